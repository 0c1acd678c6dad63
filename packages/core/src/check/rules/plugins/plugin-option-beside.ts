import { optionsBeside } from '../../../attributes/options-beside.ts'
import { shortRef } from '../../../attributes/plugins.ts'
import type { Rule } from '../../rule.ts'

/** Options of a plugin in the column of its name: each is a plugin of its own then (docs/spec/pipeline.md §5.5). */
export const pluginOptionBeside: Rule = {
  code: 'KW3027',
  severity: 'warning',
  *check(graph) {
    for (const { plugin, options } of optionsBeside(graph)) {
      const [first] = options
      if (first === undefined) continue
      const names = options.map(({ ref }) => `"${shortRef(ref)}"`).join(', ')
      const ref = shortRef(plugin.ref)
      yield {
        node: first.node,
        path: first.path,
        target: 'key',
        mistake: ref,
        message: `${names} beside the plugin ${ref}, not under it`,
        why: `${ref} gets no options, and the agent looks for a plugin ${shortRef(first.ref)}-buildkite-plugin`,
        hint: {
          typescript: `write { '${ref}': { ${shortRef(first.ref)}: … } }`,
          yaml: `indent ${options.length === 1 ? 'it' : 'them'} further than ${ref}`,
        },
      }
    }
  },
}
