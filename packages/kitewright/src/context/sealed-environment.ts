import { readBuildContext } from '@kitewright/core'
import { secretNames } from '../secrets/secret-variables.ts'
import type { World } from '../world/world.ts'

/**
 * What of a build's environment an author's code is given where it may not be trusted: the variables that describe the
 * build (docs/security.md lists them), and those that the command line or a replayed context gives; none whose name says
 * that it is secret.
 *
 * @param env The build's; looked at without asking it, since whoever asks may be noted.
 * @param given What the command line gives.
 */
export function sealedEnvironment(
  env: World['env'],
  given: World['env'],
  around: World['env'],
): Readonly<Record<string, string>> {
  const isSecret = secretNames({ ...around, ...given })
  const isGiven = (name: string): boolean => Object.hasOwn(given, name) || !Object.hasOwn(around, name)
  return Object.fromEntries(
    Object.keys(env).flatMap((name) => {
      const value: unknown = Object.getOwnPropertyDescriptor(env, name)?.value
      const isWanted = describing.has(name) || isGiven(name)
      return typeof value === 'string' && isWanted && !isSecret(name) ? [[name, value]] : []
    }),
  )
}

/** The variables that a build is described by: those that are read of it. */
const describing = namesRead()

function namesRead(): ReadonlySet<string> {
  const names = new Set(['BUILDKITE', 'CI'])
  const env = new Proxy(
    { BUILDKITE_PULL_REQUEST: '1', BUILDKITE_TRIGGERED_FROM_BUILD_ID: '1' } as Record<string, string>,
    {
      get(target, name: string) {
        names.add(name)
        return target[name]
      },
    },
  )
  readBuildContext({ env, changedFiles: () => undefined })
  return names
}
