import { pluginUses, shortRef } from '../../../attributes/plugins.ts'
import type { Rule } from '../../rule.ts'

/** A plugin by a tag, which its owner may move. */
export const pluginWithoutCommit: Rule = {
  code: 'KW6013',
  severity: 'info',
  isOptional: true,
  *check(graph) {
    for (const { node, path, ref: long } of pluginUses(graph)) {
      const ref = shortRef(long)
      const version = /^[^./\\$][^#$]*#([^$]+)$/.exec(ref)?.[1]
      // KW5001 and KW5002 are about those without a version, and about branches.
      if (version === undefined || /^(?:[0-9a-f]{40}|main|master|head|develop|latest)$/i.test(version)) continue
      yield {
        node,
        path,
        mistake: ref,
        target: typeof path.at(-1) === 'string' ? 'key' : 'value',
        message: `plugin "${ref}" is named by a tag`,
        why: 'a tag can be moved to other code by whoever may push to the repository of the plugin',
        hint: `name the commit that you have tried: ${ref.slice(0, ref.indexOf('#'))}#0123…, all 40 digits`,
      }
    }
  },
}
