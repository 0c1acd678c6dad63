import { pluginUses } from '../../../attributes/plugins.ts'
import { asMap } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'
import { credentialIn, isWrittenOut } from '../../../attributes/secrets.ts'

const telling = /(?:^|[-_])(?:password|passphrase|secret|token|api[-_]?key|private[-_]?key|access[-_]?key)$/i
/** Names of a variable or a place where the secret is kept. */
const pointer = /^[A-Z][A-Z0-9_]*$|^(?:true|false)$|[/:]/

/** An option of a plugin that by its name is a secret, written out. */
export const secretPluginOption: Rule = {
  code: 'KW4103',
  severity: 'warning',
  *check(graph) {
    for (const { node, config, path } of pluginUses(graph)) {
      for (const [name, value] of Object.entries(asMap(config))) {
        if (!telling.test(name) || !isWrittenOut(value) || value.includes('$') || pointer.test(value)) continue
        // KW4102 is about credentials that are known by their form.
        if (credentialIn(value) !== undefined) continue
        yield {
          node,
          path: [...path, name],
          message: `the plugin option ${name} is written into the pipeline`,
          why: 'everybody who sees the build sees it',
          secret: value,
          hint: 'let the plugin read a variable that Buildkite secrets or a hook sets',
        }
      }
    }
  },
}
