import { isSecretName } from '@kitewright/core'
import type { World } from '../world/world.ts'
import { shortestSecret } from './written-forms.ts'

/** Whether the agent takes the value of a variable for a secret, by its name: by its list of globs, or by default. */
export function secretNames(env: World['env']): (name: string) => boolean {
  const setting = env['BUILDKITE_REDACTED_VARS']
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

/**
 * The variables whose names say that their values are secret, with those values.
 *
 * @param given What the command line adds; it does not lift what the job calls secret.
 */
export function secretVariables(
  env: World['env'],
  given: World['env'] = {},
): readonly (readonly [name: string, value: string])[] {
  const isSecret = secretNames(env)
  return [...Object.entries(env), ...Object.entries(given)].filter(
    (entry): entry is [string, string] => Buffer.byteLength(entry[1] ?? '') >= shortestSecret && isSecret(entry[0]),
  )
}
