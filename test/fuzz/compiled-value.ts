import { command, definePipeline, draft, evaluatePipeline, isSettled, type Pipeline } from '@kitewright/core'
import { check } from '@kitewright/core/check'
import { emitJson } from '@kitewright/core/emit-json'
import { emitYaml } from '@kitewright/core/emit-yaml'

/** Takes a value for a pipeline, for its only step and for attributes, and checks and renders it; how far it came. */
export function compiledValue(value: unknown): 'faulty' | 'sent' {
  const pipelines = [value, [value], [command(value as never)], { steps: [command({ command: 'a' })], gates: value }]
  const ends = pipelines.map((pipeline) => compiled(definePipeline(pipeline as never)))
  return ends.includes('sent') ? 'sent' : 'faulty'
}

function compiled(pipeline: Pipeline): 'faulty' | 'sent' {
  const definition = evaluatePipeline(pipeline, {} as never)
  // A promise, or a value that calls itself one.
  if ('then' in definition) return 'faulty'
  const drafted = draft(definition)
  const isClear = isSettled(drafted)
  const diagnostics = check(drafted)
  if (isClear && diagnostics.length > 0) throw new Error('the glance saw nothing wrong')
  if (diagnostics.some(({ severity }) => severity === 'error')) return 'faulty'
  emitJson(drafted.wire)
  emitYaml(drafted.wire)
  return 'sent'
}
