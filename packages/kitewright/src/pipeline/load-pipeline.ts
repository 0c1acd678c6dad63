import { modelVersion, type Pipeline, pipelineMarkOf } from '@kitewright/core'
import { loadModule } from '../load/load-module.ts'
import type { LocatedDiagnostic } from '../report/located.ts'
import { loadDiagnostic } from './load-diagnostic.ts'

/** A pipeline, or why the file gives none. */
export type LoadedPipeline =
  | { readonly pipeline: Pipeline; readonly diagnostics?: undefined }
  | { readonly pipeline?: undefined; readonly diagnostics: readonly LocatedDiagnostic[] }

/** Loads a pipeline's file and takes its default export. The author's function is not called yet. */
export async function loadPipeline(file: string): Promise<LoadedPipeline> {
  const loaded = await loadModule(file)
  if (!loaded.ok) return { diagnostics: [loadDiagnostic(loaded.problem)] }
  const mark = pipelineMarkOf(loaded.value)
  if (mark === undefined) return { diagnostics: [notDefined(file)] }
  if (mark.version !== modelVersion) return { diagnostics: [otherVersion(file, mark.version)] }
  return { pipeline: loaded.value as Pipeline }
}

const top = (file: string): LocatedDiagnostic['location'] => ({ file, line: 1, column: 1, length: 1 })

function notDefined(file: string): LocatedDiagnostic {
  return {
    code: 'KW1025',
    severity: 'error',
    message: 'the default export was not made by definePipeline',
    path: [],
    hint: 'write export default definePipeline([ … ])',
    location: top(file),
    related: [],
  }
}

function otherVersion(file: string, version: number): LocatedDiagnostic {
  return {
    code: 'KW1014',
    severity: 'error',
    message: 'the pipeline was made by another version of kitewright that does not fit this one',
    path: [],
    why: `its values have shape ${version}, this version reads shape ${modelVersion}`,
    hint: 'run the version that the pipeline imports: .buildkite/node_modules/.bin/kitewright',
    location: top(file),
    related: [],
  }
}
