import type { PlainMap } from '@kitewright/schema'
import { modelVersion } from '../model/brand.ts'
import type { Definition } from '../model/definition.ts'
import { pipelineBrandOf } from '../model/pipeline.ts'
import { stepBrandOf } from '../model/step-brand.ts'

/** The pipeline's attributes with its steps. Returns undefined where the author's value is neither list nor object. */
export function pipelineOptions(value: unknown): PlainMap | undefined {
  if (Array.isArray(value)) return { steps: value }
  if (typeof value !== 'object' || value === null || stepBrandOf(value)) return undefined
  return { ...value }
}

/** What a pipeline is whose author wrote no function: the same for every build. Returns undefined for others. */
export function literalDefinition(pipeline: unknown): Definition | undefined {
  const brand = pipelineBrandOf(pipeline)
  if (brand === undefined || brand.version !== modelVersion || typeof brand.source === 'function') return undefined
  const { source: value, trace, problems } = brand
  return { value, trace, problems }
}
