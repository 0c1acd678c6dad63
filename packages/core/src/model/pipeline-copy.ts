import { isPlainObject } from '@kitewright/schema'
import { frozenCopy } from './own-copy.ts'
import type { PipelineValue } from './pipeline.ts'

/** What a pipeline's author wrote, as it is now; a gate that is `undefined` stays a fault and is not left out. */
export function pipelineCopy(value: PipelineValue): PipelineValue {
  const gates = isPlainObject(value) ? value['gates'] : undefined
  const written = isPlainObject(gates) ? { ...value, gates: withoutHoles(gates) } : value
  return frozenCopy(written) as PipelineValue
}

function withoutHoles(gates: object): object {
  return Object.fromEntries(Object.entries(gates).map(([key, gate]: [string, unknown]) => [key, gate ?? null]))
}
