import type { Graph } from '@kitewright/core'
import { unmetGate } from '@kitewright/core/check'
import { type UsualContext, usualContexts } from '@kitewright/prover'
import { compileFile } from '../../pipeline/compile-file.ts'
import { type GateOfStep, inferGates } from '../../proof/infer-gates.ts'
import { printDiagnostics } from '../../report/print-diagnostics.ts'
import type { World } from '../../world/world.ts'

/** The gates of a file's pipeline, each with its proof. Errors are printed, and give none. */
export async function proveFile(file: string, world: World): Promise<readonly GateOfStep[] | undefined> {
  /** By the number of the document, of a stream of YAML. */
  const documents: { readonly graph: Graph; readonly context: UsualContext }[][] = []
  for (const context of usualContexts) {
    const { compilations, diagnostics } = await compileFile(file, context.context, world)
    // That a declared gate does not hold is what is going to be said.
    const errors = diagnostics.filter(({ severity, code }) => severity === 'error' && code !== unmetGate.code)
    if ((await printDiagnostics(errors, world)) || compilations.length === 0) return undefined
    for (const [index, { graph }] of compilations.entries()) (documents[index] ??= []).push({ graph, context })
  }
  return documents.flatMap((builds) =>
    inferGates(
      builds.map(({ graph }) => graph),
      builds.map(({ context }) => context),
    ),
  )
}
