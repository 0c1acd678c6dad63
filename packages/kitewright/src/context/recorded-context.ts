import { type BuildContext, readBuildContext } from '@kitewright/core'
import type { Invocation } from '../command-line.ts'
import { secretNames } from '../secrets/secret-variables.ts'
import type { World } from '../world/world.ts'
import { buildEnvironment } from './build-environment.ts'
import { filesOf } from './command-context.ts'

/** What `--context` replays. */
export interface ContextRecord {
  readonly env: Readonly<Record<string, string>>
  readonly changedFiles?: readonly string[] | undefined
}

/** A context that notes what is read of it, or what was wrong with the flags. */
export type RecordedContext =
  | { readonly context: BuildContext; readonly record: () => ContextRecord; readonly problem?: undefined }
  | { readonly problem: string }

/** The build context that a command line asks for; what the pipeline has read of it can be kept and replayed. */
export async function recordedContext(invocation: Invocation, world: World): Promise<RecordedContext> {
  const environment = await buildEnvironment(invocation, world)
  if ('problem' in environment) return environment
  const { env: all, changed } = environment
  const names = new Set<string>()
  let files: readonly string[] | undefined
  return {
    context: readBuildContext({
      env: recordReads(all, names),
      changedFiles: () => (files = filesOf(changed, world, all)),
    }),
    record: () => ({ env: kept(all, names, world), changedFiles: files?.map(world.mask.hide) }),
  }
}

function recordReads(env: World['env'], names: Set<string>): World['env'] {
  return new Proxy(env, {
    get(target, name: string) {
      if (typeof name === 'string' && target[name] !== undefined) names.add(name)
      return target[name]
    },
  })
}

function kept(env: World['env'], names: ReadonlySet<string>, world: World): Record<string, string> {
  const isSecret = secretNames({ ...world.env, ...env })
  const secret = [...names].filter(isSecret)
  if (secret.length > 0) world.stderr.write(`left out, as their names say they are secret: ${secret.join(', ')}\n`)
  const others = [...names].filter((name) => !isSecret(name))
  const entries = others.map((name) => [name, world.mask.hide(env[name] ?? '')] as const)
  return Object.fromEntries(entries.toSorted())
}
