export { importPipeline } from './import-pipeline.ts'
export type { ImportedPipeline } from './import-pipeline.ts'
export { defineParsed } from './define-parsed.ts'
export type { DefinedYaml } from './define-parsed.ts'
