import { type BuildContext, readBuildContext } from '@kitewright/core'
import type { Invocation } from '../command-line.ts'
import type { World } from '../world.ts'
import { buildEnvironment } from './build-environment.ts'
import { changedFiles } from './changed-files.ts'

/** The build context that a command line asks for, or what was wrong with its flags. */
export type CommandContext =
  | { readonly context: BuildContext; readonly problem?: undefined }
  | { readonly context?: undefined; readonly problem: string }

/** Reads the build from the flags, a replayed context, the environment, or git, in this order. */
export function commandContext(invocation: Invocation, world: World): CommandContext {
  const environment = buildEnvironment(invocation, world)
  if ('problem' in environment) return environment
  const { env, changed } = environment
  return { context: readBuildContext({ env, changedFiles: () => changed ?? changedFiles(world, env) }) }
}
