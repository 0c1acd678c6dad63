import type { BuildContext } from '../model/build-context.ts'
import { brandOf } from '../model/brand.ts'
import type { Definition } from '../model/definition.ts'
import { pipelineCopy } from '../model/pipeline-copy.ts'
import { type Pipeline, type PipelineBrand, pipelineBrand, type PipelineValue } from '../model/pipeline.ts'

/** The brand of a pipeline made by any copy of the library, or undefined if the value is no pipeline. */
export function pipelineBrandOf(value: unknown): PipelineBrand | undefined {
  return brandOf<PipelineBrand>(value, pipelineBrand)
}

/**
 * What a pipeline is for one build: calls the author's function, if it is one.
 *
 * @returns The definition; a promise of it where the author's function is async.
 * @throws Whatever the author's function throws.
 */
export function evaluatePipeline(pipeline: Pipeline, context: BuildContext): Definition | Promise<Definition> {
  const { source, trace } = pipeline[pipelineBrand]
  if (typeof source !== 'function') return { value: source, trace, isComputed: false }
  const definition = (value: PipelineValue): Definition => ({ value: pipelineCopy(value), trace, isComputed: true })
  const value = source(context)
  // Not `value.then(…)`: what calls itself a promise may be none.
  return isPromise(value) ? Promise.resolve(value).then(definition) : definition(value)
}

function isPromise(value: PipelineValue | Promise<PipelineValue>): value is Promise<PipelineValue> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
