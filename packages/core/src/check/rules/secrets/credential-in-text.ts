import { places } from '../../../attributes/places.ts'
import type { Rule } from '../../rule.ts'
import { credentialIn, isSecretName } from '../../../attributes/secrets.ts'

/** A credential that its issuer made recognisable, anywhere in a pipeline. */
export const credentialInText: Rule = {
  code: 'KW4102',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, value } of places(graph)) {
      // A variable with a telling name is KW4101's.
      if (typeof value !== 'string' || isSecretName(String(path.at(-1)))) continue
      const credential = credentialIn(value)
      if (credential === undefined) continue
      yield {
        node,
        path,
        message: `the text holds ${credential}`,
        why: 'everybody who sees the build sees it, and it stays in the history of the repository',
        isSecret: true,
        hint: 'revoke it, and let the step read a new one from Buildkite secrets',
      }
    }
  },
}
