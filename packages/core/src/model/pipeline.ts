import type { PipelineAttributes } from '@kitewright/schema'
import type { BuildContext } from './build-context.ts'
import { type Brand, brandOf } from './brand.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Permissions } from './generated/codes.ts'
import { pipelineBrand } from './pipeline-brand.ts'
import type { Step, Steps } from './step.ts'

/** Which steps must never start without which approval. */
export type Gates = { readonly [stepKey: string]: Step | string | readonly (Step | string)[] }

/** A pipeline with attributes of its own beside its steps. */
export interface PipelineOptions extends PipelineAttributes {
  readonly steps: Steps
  /**
   * Attributes that this version does not know, or not in this form. They come out as written, win over the typed ones, and
   * are understood like them: only their types are not checked.
   */
  readonly raw?: { readonly [attribute: string]: unknown } | undefined
  /** Diagnostics permitted in the whole pipeline, each with the reason. */
  readonly allow?: Permissions | undefined
  /** Which steps must never start without which approval: `{ 'deploy-production': 'deploy-to-production' }`. */
  readonly gates?: Gates | undefined
}

/** What a pipeline's author writes for one build: a list of steps, or steps with attributes of the pipeline. */
export type PipelineValue = Steps | PipelineOptions

/** What `definePipeline` takes. */
export type PipelineSource = PipelineValue | ((context: BuildContext) => PipelineValue | Promise<PipelineValue>)

/** What a pipeline carries for the library alone. */
export interface PipelineBrand extends Brand<'pipeline'> {
  readonly source: PipelineSource
  /** What is wrong with it already: with the text that it was made of. */
  readonly problems: readonly Diagnostic[]
}

/** A pipeline, as `definePipeline` returns it: the default export of `.buildkite/pipeline.ts`, or steps in another's list. */
export interface Pipeline {
  readonly [pipelineBrand]: PipelineBrand
}

/** The brand of a pipeline made by any copy of the library, or undefined if the value is no pipeline. */
export function pipelineBrandOf(value: unknown): PipelineBrand | undefined {
  return brandOf<PipelineBrand>(value, pipelineBrand)
}
