import { inspect, types } from 'node:util'

/** What a file exports instead of a pipeline, and what its author should write. */
export function insteadOfPipeline(value: unknown): { readonly what: string; readonly hint: string } {
  if (types.isProxy(value)) return { what: 'a proxy', hint: 'export what definePipeline returns itself' }
  if (Array.isArray(value)) return { what: 'a list', hint: 'write export default definePipeline([ … ])' }
  if (typeof value === 'function') {
    return { what: 'a function', hint: 'write export default definePipeline(({ build }) => [ … ])' }
  }
  if (value instanceof Promise) {
    return { what: 'a promise', hint: 'write export default definePipeline(async () => { … }), or await it' }
  }
  if (typeof value === 'object' && value !== null) {
    return 'steps' in value && !('group' in value)
      ? { what: 'an object', hint: 'write export default definePipeline({ steps: [ … ] })' }
      : { what: 'an object', hint: 'write export default definePipeline([ … ]), also around a single step' }
  }
  return { what: inspect(value), hint: 'write export default definePipeline([ … ])' }
}
