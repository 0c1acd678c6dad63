import type { Rule } from '../../rule.ts'
import { type DeclaredSecret, declaredSecrets } from '../../../attributes/secrets.ts'

/** A secret or variable that Buildkite does not take (docs/spec/pipeline.md §5.7). */
export const secretName: Rule = {
  code: 'KW2019',
  severity: 'error',
  *check(graph) {
    for (const owner of [undefined, ...graph.nodes]) {
      for (const secret of declaredSecrets((owner ?? graph).attributes['secrets'])) {
        const mistake = mistakeOf(secret)
        if (mistake) yield { node: owner, path: secret.path, ...mistake }
      }
    }
  },
}

/** KW1036 is about names that are too long. */
const keyPattern = /^[A-Za-z0-9_]+$/
const reserved = /^(?:buildkite|bk)/i
const allowedVariables = new Set(['BUILDKITE_API_TOKEN', 'BUILDKITE_ANALYTICS_TOKEN'])

function mistakeOf({ key, variable }: DeclaredSecret): { message: string; why: string } | undefined {
  if (!keyPattern.test(key))
    return { message: `"${key}" cannot name a secret`, why: 'a name has letters, digits and _, 255 at most' }
  if (reserved.test(key))
    return { message: `"${key}" cannot name a secret`, why: "names beginning with buildkite or bk are Buildkite's own" }
  if (/^(?:BUILDKITE|BK)/.test(variable) && !allowedVariables.has(variable))
    return {
      message: `no secret can be put into ${variable}`,
      why: "variables beginning with BUILDKITE or BK are Buildkite's own",
    }
  return undefined
}
