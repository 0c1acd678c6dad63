import { compile, evaluatePipeline, givenContext, type GivenContext, type Pipeline } from '@kitewright/core'
import { emitYaml } from '@kitewright/core/emit-yaml'
import { InvalidPipeline, withLines } from './invalid-pipeline.ts'
import type { LocatedDiagnostic } from './report/located-diagnostic.ts'

export type { Diagnostic, GivenContext } from '@kitewright/core'
export { InvalidPipeline } from './invalid-pipeline.ts'
export type { LocatedDiagnostic } from './report/located-diagnostic.ts'
export type { Place, Position } from './locate/place.ts'

/**
 * Everything that is wrong with a pipeline for one build, as `kitewright check` tells it: nothing where all is well.
 *
 * @param context The build: the branch `main`, with everything affected, unless given; its environment is empty, never that
 *   of the process.
 * @returns Plain data, in the order of the pipeline, with the author's lines.
 * @throws Whatever the author's function throws.
 * @example
 * expect(await check(pipeline, { build: { branch: 'feature/x' } })).toEqual([])
 */
export async function check(pipeline: Pipeline, context: GivenContext = {}): Promise<readonly LocatedDiagnostic[]> {
  const { diagnostics } = compile(await evaluatePipeline(pipeline, givenContext(context)))
  return withLines(diagnostics)
}

/**
 * The YAML of a pipeline for one build, as `kitewright render` prints it.
 *
 * @param context The build, as for `check`.
 * @throws InvalidPipeline where the pipeline has errors, which tells them; and whatever the author's function throws.
 * @example
 * expect(await render(pipeline, { changedFiles: ['docs/notes.txt'] })).toBe('steps: []\n')
 */
export async function render(pipeline: Pipeline, context: GivenContext = {}): Promise<string> {
  const { wire, diagnostics } = compile(await evaluatePipeline(pipeline, givenContext(context)))
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new InvalidPipeline(diagnostics)
  return emitYaml(wire)
}
