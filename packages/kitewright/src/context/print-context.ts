import { isSecretName, readBuildContext } from '@kitewright/core'
import type { Invocation } from '../command-line.ts'
import { exitCode } from '../command-line.ts'
import { compileFile } from '../pipeline/compile-file.ts'
import { findPipelineFile } from '../pipeline/find-pipeline-file.ts'
import { printDiagnostics } from '../report/print-diagnostics.ts'
import type { World } from '../world.ts'
import { buildEnvironment } from './build-environment.ts'
import { filesOf } from './command-context.ts'

/** Prints the build context as far as the pipeline read it, so that `--context` can replay it. */
export async function printContext(invocation: Invocation, world: World): Promise<number> {
  const environment = buildEnvironment(invocation, world)
  if ('problem' in environment) {
    world.stderr.write(`kitewright render: ${environment.problem}\n`)
    return exitCode.usage
  }
  const { env: all, changed } = environment
  const names = new Set<string>()
  const env = recordReads(all, names)
  let files: readonly string[] | undefined
  const context = readBuildContext({ env, changedFiles: () => (files = filesOf(changed, world, all)) })
  const { diagnostics, compilation } = await compileFile(findPipelineFile(invocation.positionals[0], world), context)
  if (compilation === undefined) {
    await printDiagnostics(diagnostics, world)
    return exitCode.errors
  }
  world.stdout.write(`${JSON.stringify({ env: kept(all, names, world), changedFiles: files }, undefined, 2)}\n`)
  return exitCode.fine
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
  const secret = [...names].filter((name) => isSecretName(name))
  if (secret.length > 0) world.stderr.write(`left out, as their names say they are secret: ${secret.join(', ')}\n`)
  const entries = [...names].filter((name) => !isSecretName(name)).map((name) => [name, env[name] ?? ''] as const)
  return Object.fromEntries(entries.toSorted())
}
