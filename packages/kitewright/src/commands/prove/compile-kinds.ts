import type { BuildContext, Graph } from '@kitewright/core'
import { unmetGate } from '@kitewright/core/check'
import { compileFile } from '../../pipeline/compile-file.ts'
import { printDiagnostics } from '../../report/print-diagnostics.ts'
import type { World } from '../../world/world.ts'

/**
 * The pipelines of a file, one for each document of a stream of YAML, and of each its graph in each of some builds. Errors
 * are printed, and give none.
 */
export async function compileKinds(
  file: string,
  contexts: readonly BuildContext[],
  world: World,
): Promise<readonly (readonly Graph[])[] | undefined> {
  const documents: Graph[][] = []
  for (const context of contexts) {
    const { compilations, diagnostics } = await compileFile(file, context, world)
    // That a declared gate does not hold is what is going to be said.
    const errors = diagnostics.filter(({ severity, code }) => severity === 'error' && code !== unmetGate.code)
    if ((await printDiagnostics(errors, world)) || compilations.length === 0) return undefined
    for (const [index, { graph }] of compilations.entries()) (documents[index] ??= []).push(graph)
  }
  return documents
}
