export type { Problem } from './problem.ts'
export { suggest } from '../suggest.ts'
export { type ValidateOptions, validatePipeline, validateStep } from './validate.ts'
