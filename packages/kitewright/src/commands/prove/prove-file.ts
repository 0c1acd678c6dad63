import type { Graph } from '@kitewright/core'
import { isOfGate } from '@kitewright/core/check'
import type { UsualContext } from '@kitewright/prover'
import { compileFile } from '../../pipeline/compile-file.ts'
import { configFor } from '../../pipeline/config-for.ts'
import { type GateOfStep, inferGates } from '../../proof/infer-gates.ts'
import { printDiagnostics } from '../../report/print-diagnostics.ts'
import type { World } from '../../world/world.ts'
import { contextsFor } from './contexts-for.ts'

/** The gates of a file's pipeline, each with its proof. Errors are printed, and give none. */
export async function proveFile(file: string, world: World): Promise<readonly GateOfStep[] | undefined> {
  const config = (await configFor(file, world)) ?? {}
  /** By the number of the document, of a stream of YAML. */
  const documents: { readonly graph: Graph; readonly context: UsualContext }[][] = []
  for (const context of contextsFor(config, world)) {
    const { compilations, diagnostics } = await compileFile(file, context.context, world)
    // That a gate does not hold is what is going to be said.
    const errors = diagnostics.filter((found) => found.severity === 'error' && !isOfGate(found))
    if ((await printDiagnostics(errors, world)) || compilations.length === 0) return undefined
    for (const [index, { graph }] of compilations.entries()) (documents[index] ??= []).push({ graph, context })
  }
  return documents.flatMap((builds) => {
    const pipeline = { graphs: builds.map(({ graph }) => graph), contexts: builds.map(({ context }) => context) }
    return inferGates(pipeline, config.deploys)
  })
}
