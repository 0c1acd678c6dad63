import type { Diagnostic } from './diagnostic.ts'
import type { Trace } from './origin.ts'
import type { PipelineValue } from './pipeline.ts'

/** What the author's pipeline is for one build, before anything is checked. */
export interface Definition {
  readonly value: PipelineValue
  /** The call of `definePipeline`. */
  readonly trace: Trace
  /** Whether a function of the author's made it for this build: then it may have nothing to run. */
  readonly isComputed?: boolean | undefined
  /** What was wrong with it before. */
  readonly problems?: readonly Diagnostic[] | undefined
  /** What the pipelines in its lists are for this build; one that stands in itself is not among them. */
  readonly nested?: ReadonlyMap<unknown, Definition> | undefined
}
