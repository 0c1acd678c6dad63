import type { Trace } from './origin.ts'
import type { PipelineValue } from './pipeline.ts'

/** What the author's pipeline is for one build, before anything is checked. */
export interface Definition {
  readonly value: PipelineValue
  /** The call of `definePipeline`. */
  readonly trace: Trace
}
