import { pluginUses } from '../../../attributes/plugins.ts'
import type { Rule } from '../../rule.ts'

/** A plugin at a branch, which moves. */
export const movingPlugin: Rule = {
  code: 'KW5002',
  severity: 'warning',
  *check(graph) {
    for (const { node, ref, path } of pluginUses(graph)) {
      const branch = /#(main|master|head|develop|latest)$/i.exec(ref)?.[1]
      if (branch === undefined) continue
      yield {
        node,
        path,
        target: typeof path.at(-1) === 'string' ? 'key' : 'value',
        message: `plugin "${ref}" follows ${branch}`,
        why: 'each job runs what is newest at that moment, so builds change without a change of yours',
        hint: 'name a version or a commit',
      }
    }
  },
}
