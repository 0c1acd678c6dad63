import { branded, modelVersion } from '../model/brand.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Trace } from '../model/origin.ts'
import type { Pipeline, PipelineSource } from '../model/pipeline.ts'
import { pipelineBrand } from '../model/pipeline-brand.ts'
import { pipelineCopy } from '../model/pipeline-copy.ts'
import { captureTrace } from '../model/trace.ts'

/**
 * The pipeline of a repository: the default export of `.buildkite/pipeline.ts`.
 *
 * @param source A list of steps, an object with `steps` and attributes of the pipeline, or a function of the build
 *   context (sync or async) that returns one of both. The function is called once for each build.
 * @returns A frozen plain object. Nothing is checked here: `kitewright check` reports everything at once.
 * @example
 * export default definePipeline(({ build }) => [unit, build.branch === 'main' && image])
 */
export function definePipeline(source: PipelineSource): Pipeline {
  return makePipeline(source, captureTrace(definePipeline))
}

/** The same for who has made it of something else, and knows what is wrong with that. */
export function makePipeline(source: PipelineSource, trace: Trace, problems: readonly Diagnostic[] = []): Pipeline {
  return branded({}, pipelineBrand, {
    kind: 'pipeline',
    version: modelVersion,
    trace,
    source: typeof source === 'function' ? source : pipelineCopy(source),
    problems,
  })
}
