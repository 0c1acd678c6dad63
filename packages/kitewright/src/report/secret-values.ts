import { isSecretName } from '@kitewright/core'
import type { World } from '../world/world.ts'

/** Shorter values are too common to be looked for (the agent does not either, docs/spec/upload.md §6). */
const shortest = 6

/** The variables whose names say that their values are secret, with those values. */
export function secretValues(env: World['env']): readonly (readonly [name: string, value: string])[] {
  const isSecret = namePattern(env['BUILDKITE_REDACTED_VARS'])
  const found = Object.entries(env).filter(
    (entry): entry is [string, string] => (entry[1]?.length ?? 0) >= shortest && isSecret(entry[0]),
  )
  // The longest first: one may hold another.
  return found.toSorted(([, a], [, b]) => b.length - a.length)
}

/** The agent's setting, a list of globs; otherwise what agents redact by default. */
function namePattern(setting: string | undefined): (name: string) => boolean {
  if (setting === undefined) return isSecretName
  const globs = setting.split(',').filter((glob) => glob !== '')
  const patterns = globs.map(
    (glob) =>
      new RegExp(
        `^${glob
          .replace(/[^\w*?]/g, '\\$&')
          .replaceAll('*', '.*')
          .replaceAll('?', '.')}$`,
      ),
  )
  return (name) => patterns.some((pattern) => pattern.test(name))
}

/** The names of the variables whose values a pipeline holds, as they are or as JSON writes them. */
export function secretsIn(pipeline: string, env: World['env']): readonly string[] {
  return secretValues(env).flatMap(([name, value]) =>
    pipeline.includes(value) || pipeline.includes(JSON.stringify(value).slice(1, -1)) ? [name] : [],
  )
}

/** A text without the values of secret variables. */
export function withoutSecrets(text: string, env: World['env']): string {
  return secretValues(env).reduce((left, [, value]) => left.replaceAll(value, '[REDACTED]'), text)
}
