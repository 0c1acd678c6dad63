import type { Path } from '@kitewright/schema'
import { asMap } from './read-value.ts'

/** A secret that a step or pipeline asks for, and the variable that it is put into. */
export interface DeclaredSecret {
  readonly key: string
  readonly variable: string
  readonly path: Path
}

/** Reads every form of `secrets` (docs/spec/pipeline.md §5.7). */
export function* declaredSecrets(secrets: unknown): Iterable<DeclaredSecret> {
  if (!Array.isArray(secrets)) {
    for (const [variable, key] of Object.entries(asMap(secrets)))
      if (typeof key === 'string') yield { key, variable, path: ['secrets', variable] }
    return
  }
  for (const [index, item] of secrets.entries()) {
    const { key = item, environment_variable: variable = key } = asMap(item)
    if (typeof key === 'string' && typeof variable === 'string') yield { key, variable, path: ['secrets', index] }
  }
}

/** Endings of the names whose values the agent takes for secrets (docs/spec/upload.md §3, --redacted-vars). */
const redacted = /_(?:PASSWORD|SECRET|TOKEN|PRIVATE_KEY|ACCESS_KEY|SECRET_KEY|CONNECTION_STRING|API_KEY|SSH_KEY)$/

/** Whether the agent takes the value of a variable for a secret, by its name. */
export function isSecretName(name: string): boolean {
  return redacted.test(name)
}

/** Whether a text is written out, and not left to a variable of the shell or the agent. */
export function isWrittenOut(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !/^\$(?:\w+|\{[^}]*\})$/.test(value)
}

const privateKey = 'a private key'

/** Credentials that their issuers made recognisable: what they are, and their form. */
export const credentials: readonly (readonly [name: string, pattern: RegExp])[] = [
  [privateKey, /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ['an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a GitHub token', /\b(?:gh[opsur]_[A-Za-z0-9]{36,}|github_pat_\w{40,})/],
  ['a GitLab token', /\bglpat-[\w-]{20,}/],
  ['a Slack token', /\bxox[abeoprs]-[\w-]{10,}/],
  ['a Slack webhook', /hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a Stripe key', /\b[rs]k_live_[A-Za-z0-9]{16,}/],
  ['a Google API key', /\bAIza[\w-]{35}(?![\w-])/],
  ['a Buildkite token', /\bbk[a-z]{2}_[A-Za-z0-9]{30,}/],
  ['a password in a URL', /\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/$]+:[^\s:@/$]+@/i],
]

/** A part of each of them that is quickly looked for. */
const marker =
  /PRIVATE KEY-|AKIA|ASIA|gh[opsur]_|github_pat_|glpat-|xox[abeoprs]-|hooks\.slack|npm_|k_live_|AIza|bk[a-z]{2}_|\/\/[^\s:@/$]+:[^\s:@/$]+@/

/** Whether a text may hold a credential; most cannot. In doubt, true. */
export function mayHoldCredential(text: string): boolean {
  return marker.test(text)
}

/** What kind of credential a text holds, and the credential. Returns undefined if none is found. */
export function credentialIn(text: string): { readonly kind: string; readonly written: string } | undefined {
  if (!mayHoldCredential(text)) return undefined
  for (const [kind, pattern] of credentials) {
    const found = pattern.exec(text)
    if (found === null) continue
    // A key goes on behind its first line.
    const end = kind === privateKey ? endOfKey(text, found.index) : found.index + found[0].length
    return { kind, written: text.slice(found.index, end) }
  }
  return undefined
}

function endOfKey(text: string, start: number): number {
  const end = text.indexOf('-----END', start)
  return end < 0 ? text.length : end
}
