import type { Invocation } from '../../command-line.ts'
import { exitCode } from '../../command-line.ts'
import { compileFile } from '../../pipeline/compile-file.ts'
import { findPipelineFile } from '../../pipeline/find-pipeline-file.ts'
import { printDiagnostics } from '../../report/print-diagnostics.ts'
import { inOneLine } from '../../secrets/in-lines.ts'
import type { World } from '../../world/world.ts'
import { recordedContext } from '../../context/recorded-context.ts'

/** Prints the build context as far as the pipeline read it, so that `--context` can replay it. */
export async function printContext(invocation: Invocation, world: World): Promise<number> {
  const recorded = await recordedContext(invocation, world)
  if (recorded.problem !== undefined) {
    world.stderr.write(`kitewright render: ${inOneLine(recorded.problem, world)}\n`)
    return exitCode.usage
  }
  const file = findPipelineFile(invocation.positionals[0], world)
  const { diagnostics, compilations } = await compileFile(file, recorded.context, world)
  if (compilations.length === 0) {
    await printDiagnostics(diagnostics, world)
    return exitCode.errors
  }
  world.stdout.write(`${JSON.stringify(recorded.record(), undefined, 2)}\n`)
  return exitCode.fine
}
