import type { BuildContext } from '../model/build-context.ts'
import { modelVersion } from '../model/brand.ts'
import type { Definition } from '../model/definition.ts'
import { pipelineCopy } from '../model/pipeline-copy.ts'
import type { Pipeline, PipelineValue } from '../model/pipeline.ts'
import { pipelineBrand } from '../model/pipeline-brand.ts'
import { nestedPipelines } from './nested-pipelines.ts'

/**
 * What a pipeline is for one build: calls the author's function, if it is one, and those of the pipelines in its lists.
 *
 * @returns The definition; a promise of it where an author's function is async.
 * @throws Whatever the author's function throws.
 */
export function evaluatePipeline(pipeline: Pipeline, context: BuildContext): Definition | Promise<Definition> {
  return evaluate(pipeline, context, [pipeline])
}

type Evaluated = Definition | Promise<Definition>

/** @param around The pipelines around this one, itself last: one that stands in itself is not evaluated again. */
function evaluate(pipeline: Pipeline, context: BuildContext, around: readonly unknown[]): Evaluated {
  const { source, trace, problems } = pipeline[pipelineBrand]
  const definition = (value: PipelineValue, isComputed: boolean): Evaluated =>
    withNested({ value, trace, isComputed, problems }, context, around)
  if (typeof source !== 'function') return definition(source, false)
  const value = source(context)
  // Not `value.then(…)`: what calls itself a promise may be none.
  return isPromise(value)
    ? Promise.resolve(value).then((settled) => definition(pipelineCopy(settled), true))
    : definition(pipelineCopy(value), true)
}

function withNested(definition: Definition, context: BuildContext, around: readonly unknown[]): Evaluated {
  const pipelines = nestedPipelines(definition.value) as readonly Pipeline[]
  if (pipelines.length === 0) return definition
  const evaluated = new Map<unknown, Evaluated>()
  for (const nested of pipelines) {
    const isOurs = nested[pipelineBrand].version === modelVersion
    if (isOurs && !around.includes(nested) && !evaluated.has(nested))
      evaluated.set(nested, evaluate(nested, context, [...around, nested]))
  }
  const whole = (definitions: readonly Definition[]): Definition => ({
    ...definition,
    isComputed: definition.isComputed === true || definitions.some(({ isComputed }) => isComputed),
    nested: new Map(definitions.map((each, index) => [[...evaluated.keys()][index], each])),
  })
  const values = [...evaluated.values()]
  return values.some(isPromise) ? Promise.all(values).then(whole) : whole(values as readonly Definition[])
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
