import type { Brand } from './brand.ts'

/** Recognises a pipeline in any copy of the library. */
export const pipelineBrand: unique symbol = Symbol.for('kitewright.pipeline')

/** A pipeline of any copy of the library, as it may stand in a list of steps. */
export interface AnyPipeline {
  readonly [pipelineBrand]: Brand<'pipeline'>
}
