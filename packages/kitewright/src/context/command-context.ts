import { type BuildContext, readBuildContext } from '@kitewright/core'
import type { Invocation } from '../command-line.ts'
import { inOneLine } from '../secrets/in-lines.ts'
import type { World } from '../world/world.ts'
import { type BuildEnvironment, buildEnvironment } from './build-environment.ts'
import type { ChangedFiles } from './context-file.ts'
import { changedFiles } from './changed-files.ts'

/** The build context that a command line asks for, or what was wrong with its flags. */
export type CommandContext =
  | { readonly context: BuildContext; readonly problem?: undefined }
  | { readonly context?: undefined; readonly problem: string }

/** Reads the build from the flags, a replayed context, the environment, or git, in this order. */
export async function commandContext(invocation: Invocation, world: World): Promise<CommandContext> {
  const environment = await buildEnvironment(invocation, world)
  return 'problem' in environment ? environment : { context: contextOf(environment, world) }
}

/** The context of a build, read from its environment. Which files changed is asked when it is read. */
export function contextOf(
  { env, changed }: Extract<BuildEnvironment, { readonly env: unknown }>,
  world: World,
): BuildContext {
  return readBuildContext({ env, changedFiles: () => filesOf(changed, world, env) })
}

/** Which files changed, as far as it is known, which is said otherwise: what a replayed context does not say, git is not asked for. */
export function filesOf(
  changed: ChangedFiles | undefined,
  world: World,
  env: World['env'],
): readonly string[] | undefined {
  if (changed !== undefined) return changed === 'unknown' ? undefined : changed
  const found = changedFiles(world, env)
  if (found.unknown !== undefined) {
    world.stderr.write(
      `kitewright: which files changed is not known, so everything counts as affected: ${inOneLine(found.unknown, world)}\n`,
    )
  } else if (found.assumed !== undefined) {
    world.stderr.write(`kitewright: changed files are those since ${found.assumed}\n`)
  }
  return found.files
}
