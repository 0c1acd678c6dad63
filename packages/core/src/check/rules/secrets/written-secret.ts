import { interpolatedText, isInterpolated } from '@kitewright/schema'
import { envEntries } from '../../../attributes/env.ts'
import { places } from '../../../attributes/places.ts'
import { credentialIn, isSecretName, isWrittenOut } from '../../../attributes/secrets.ts'
import { isThrowaway } from '../../../attributes/throwaway.ts'
import type { Rule } from '../../rule.ts'

/** Shorter values are not redacted in logs (docs/spec/semantics.md §17). */
const shortestHidden = 6

/** A variable that the agent takes for a secret, with its value written out (docs/spec/upload.md §6). */
export const secretInEnv: Rule = {
  code: 'KW4101',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, name, value } of envEntries(graph)) {
      if (!isSecretName(name) || !isWrittenOut(value) || isThrowaway(value)) continue
      yield {
        node,
        path,
        message: `the value of ${name} is written into the pipeline`,
        why: `everybody who sees the build sees it, and agents from version 4 refuse the upload${
          value.length < shortestHidden ? `; no log hides a value of fewer than ${shortestHidden} characters` : ''
        }`,
        secret: value,
        hint: `keep it in Buildkite secrets: secrets: ['${name}']`,
      }
    }
  },
}

/** A credential that its issuer made recognisable, anywhere in a pipeline. */
export const credentialInText: Rule = {
  code: 'KW4102',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, value } of places(graph)) {
      // KW4101 is about variables whose names tell.
      if (isSecretName(String(path.at(-1)))) continue
      const text = isInterpolated(value) ? value[interpolatedText] : value
      const credential = typeof text === 'string' ? credentialIn(text) : undefined
      if (typeof text !== 'string' || credential === undefined || isThrowaway(text)) continue
      yield {
        node,
        path,
        mistake: text,
        message: `the text holds ${credential.kind}`,
        why: 'everybody who sees the build sees it, and it stays in the history of the repository',
        secret: credential.written,
        hint: 'revoke it, and let the step read a new one from Buildkite secrets',
      }
    }
  },
}

/** A password that opens nothing beyond the job: of a database that the pipeline starts, or a placeholder. */
export const throwawayCredential: Rule = {
  code: 'KW4112',
  severity: 'warning',
  isOptional: true,
  *check(graph) {
    for (const { node, path, value } of places(graph)) {
      const text = isInterpolated(value) ? value[interpolatedText] : value
      if (typeof text !== 'string' || !isThrowaway(text)) continue
      const isSecret = isSecretName(String(path.at(-1))) && isWrittenOut(text)
      const { written = isSecret ? text : undefined } = credentialIn(text) ?? {}
      if (written === undefined) continue
      yield {
        node,
        path,
        mistake: text,
        message: 'a password in plain sight, though one that protects nothing',
        why: 'who copies the line may write a real one there',
        secret: written,
        hint: 'keep it in Buildkite secrets like the others',
      }
    }
  },
}
