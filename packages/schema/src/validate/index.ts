export { knownWords } from './known-words.ts'
export type { Problem } from './problem.ts'
export { type ValidateOptions, validatePipeline, validateStep } from './validate.ts'
