import { optionsBeside } from '../../../attributes/options-beside.ts'
import { isPluginOf, pluginUses, shortRef } from '../../../attributes/plugins.ts'
import type { Rule } from '../../rule.ts'

/** A plugin without a version: whatever its repository holds when the job starts is run (docs/spec/plugins.md). */
export const unpinnedPlugin: Rule = {
  code: 'KW5001',
  severity: 'warning',
  *check(graph, { repository }) {
    const beside = new Set(optionsBeside(graph).flatMap(({ options }) => options))
    for (const use of pluginUses(graph)) {
      const { node, path } = use
      const ref = shortRef(use.ref)
      // Local plugins come with the repository; `kubernetes` is no plugin but the settings of a stack
      // (docs/spec/pipeline.md §5.9). What a variable names is known only at upload. A `#` alone names no version.
      // Of options, KW3027 tells.
      if (/#.|^[./\\]|^kubernetes$|\$/.test(ref) || beside.has(use) || isPluginOf(ref, repository)) continue
      yield {
        node,
        path,
        mistake: ref,
        target: typeof path.at(-1) === 'string' ? 'key' : 'value',
        message: `plugin "${ref}" has no version`,
        why: 'each job runs what is newest at that moment, so builds change without a change of yours',
        hint: `write ${ref.replace(/#$/, '')}#v1.2.3, with the version that you have tried`,
      }
    }
  },
}

/** A plugin at a branch, which moves. */
export const movingPlugin: Rule = {
  code: 'KW5002',
  severity: 'warning',
  *check(graph, { repository }) {
    for (const use of pluginUses(graph)) {
      const { node, path } = use
      const ref = shortRef(use.ref)
      const branch = /#(main|master|head|develop|latest)$/i.exec(ref)?.[1]
      if (branch === undefined || isPluginOf(ref, repository)) continue
      yield {
        node,
        path,
        mistake: ref,
        target: typeof path.at(-1) === 'string' ? 'key' : 'value',
        message: `plugin "${ref}" follows ${branch}`,
        why: 'each job runs what is newest at that moment, so builds change without a change of yours',
        hint: 'name a version or a commit',
      }
    }
  },
}
