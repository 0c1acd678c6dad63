import { resolve } from 'node:path'
import { exitCode, type Invocation } from '../command-line.ts'
import { recordedContext } from '../context/recorded-context.ts'
import { compileFile } from '../pipeline/compile-file.ts'
import { emit } from '../pipeline/emit.ts'
import { findPipelineFile } from '../pipeline/find-pipeline-file.ts'
import { printDiagnostics } from '../report/print-diagnostics.ts'
import type { World } from '../world.ts'
import { writtenText } from './written-file.ts'

/** Keeps a rendering in a file, for `upload --fallback`. A pipeline with errors leaves the file as it is. */
export async function writeRendering(path: string, invocation: Invocation, world: World): Promise<number> {
  const recorded = recordedContext(invocation, world)
  if (recorded.problem !== undefined) {
    world.stderr.write(`kitewright render: ${recorded.problem}\n`)
    return exitCode.usage
  }
  const file = findPipelineFile(invocation.positionals[0], world)
  const { compilation, diagnostics } = await compileFile(file, recorded.context)
  const failed = await printDiagnostics(diagnostics, world)
  if (failed || compilation === undefined) return exitCode.errors
  const yaml = emit(compilation.wire, 'yaml', {})
  world.writeText(resolve(world.cwd, path), writtenText({ context: recorded.record(), yaml }))
  world.stderr.write(`wrote ${path}\n`)
  return exitCode.fine
}
