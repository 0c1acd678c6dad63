import type { Graph } from '@kitewright/core'
import { isOfGate } from '@kitewright/core/check'
import type { UsualContext } from '@kitewright/prover'
import { compileFile } from '../../pipeline/compile-file.ts'
import { isYamlFile } from '../../pipeline/is-yaml-file.ts'
import { printDiagnostics } from '../../report/print-diagnostics.ts'
import type { World } from '../../world/world.ts'

/**
 * The pipelines of a file, one for each document of a stream of YAML, and of each its graph in each of some builds. Errors
 * are printed, and give none.
 */
export async function compileKinds(
  file: string,
  contexts: readonly UsualContext[],
  world: World,
): Promise<readonly (readonly Graph[])[] | undefined> {
  const documents: Graph[][] = []
  // YAML says the same in all builds.
  const times = isYamlFile(file) ? contexts.length : 1
  for (const { context } of times > 1 ? contexts.slice(0, 1) : contexts) {
    const { compilations, diagnostics } = await compileFile(file, context, world)
    // That a gate does not hold is what is going to be said.
    const errors = diagnostics.filter((found) => found.severity === 'error' && !isOfGate(found))
    if ((await printDiagnostics(errors, world)) || compilations.length === 0) return undefined
    for (const [index, { graph }] of compilations.entries())
      (documents[index] ??= []).push(...Array.from({ length: times }, () => graph))
  }
  return documents
}
