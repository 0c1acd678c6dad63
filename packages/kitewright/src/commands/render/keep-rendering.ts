import { dirname, relative, resolve, sep } from 'node:path'
import { exitCode, type Invocation } from '../../command-line.ts'
import { recordedContext } from '../../context/recorded-context.ts'
import { compileFile } from '../../pipeline/compile-file.ts'
import { emit } from '../../pipeline/emit.ts'
import { findPipelineFile } from '../../pipeline/find-pipeline-file.ts'
import { keptText } from '../../pipeline/kept-rendering.ts'
import { printDiagnostics } from '../../report/print-diagnostics.ts'
import type { World } from '../../world/world.ts'

/** Keeps a rendering in a file, for `upload --fallback`. A pipeline with errors leaves the file as it is. */
export async function keepRendering(name: string, invocation: Invocation, world: World): Promise<number> {
  const recorded = await recordedContext(invocation, world)
  if (recorded.problem !== undefined) {
    world.stderr.write(`kitewright render: ${recorded.problem}\n`)
    return exitCode.usage
  }
  const file = findPipelineFile(invocation.positionals[0], world)
  const { compilations, diagnostics } = await compileFile(file, recorded.context, world, { isRendered: true })
  const failed = await printDiagnostics(diagnostics, world)
  if (failed || compilations.length === 0) return exitCode.errors
  const path = resolve(world.cwd, name)
  const pipeline = relative(dirname(path), file).split(sep).join('/')
  const text = keptText({ pipeline, context: recorded.record(), yaml: await emit(compilations, 'yaml', {}) })
  // What the author took from the environment stands in it.
  world.writeText(path, text, { isPrivate: true })
  world.stderr.write(`wrote ${name}\n`)
  return exitCode.fine
}
