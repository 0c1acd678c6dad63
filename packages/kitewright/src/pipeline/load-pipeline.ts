import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { modelVersion, type Pipeline, pipelineMarkOf } from '@kitewright/core'
import { loadModule, type LoadResult } from '../load/load-module.ts'
import type { LoadProblem } from '../load/load-problem.ts'
import { supervise } from '../load/supervise.ts'
import type { LocatedDiagnostic, Location } from '../report/located.ts'
import { sourceLocation } from '../report/source-location.ts'
import { isYamlFile } from '../yaml/is-yaml-file.ts'
import { loadDiagnostic } from './load-diagnostic.ts'
import { insteadOfPipeline } from './instead-of-pipeline.ts'

/** A pipeline, or why the file gives none. */
export type LoadedPipeline =
  | { readonly pipeline: Pipeline; readonly diagnostics?: undefined }
  | { readonly pipeline?: undefined; readonly diagnostics: readonly LocatedDiagnostic[] }

/** Loads a pipeline's file and takes its default export. The author's function is not called yet. */
export async function loadPipeline(file: string): Promise<LoadedPipeline> {
  const loaded = await load(file)
  if (!loaded.ok) {
    const isThere = loaded.problem.kind !== 'file-not-found'
    const top = isThere ? sourceLocation({ file, line: 1, column: 1 }) : undefined
    return { diagnostics: [loadDiagnostic(loaded.problem, top)] }
  }
  const mark = pipelineMarkOf(loaded.value)
  if (mark?.version === modelVersion) return { pipeline: loaded.value as Pipeline }
  const { defaultExportPlace } = await import('./default-export-place.ts')
  const location = defaultExportPlace(file)
  return { diagnostics: [mark ? otherVersion(location, mark.version) : notDefined(location, loaded.value)] }
}

async function load(file: string): Promise<LoadResult> {
  if (isYamlFile(file) && existsSync(file)) return { ok: false, problem: noProgram(file) }
  const { value, escape } = await supervise(() => loadModule(file))
  if (escape === undefined) return value
  const { explainEscape } = await import('../load/explain-failure.ts')
  return { ok: false, problem: explainEscape(file, escape) }
}

function noProgram(file: string): LoadProblem {
  return {
    kind: 'syntax',
    message: `${basename(file)} holds a pipeline, not a program`,
    hint: '`kitewright check` reads YAML and JSON; `kitewright import` turns it into TypeScript',
  }
}

function notDefined(location: Location, value: unknown): LocatedDiagnostic {
  const { what, hint } = insteadOfPipeline(value)
  return {
    code: 'KW1025',
    severity: 'error',
    message: `the default export is ${what}, not what definePipeline returns`,
    path: [],
    hint,
    location,
    related: [],
  }
}

function otherVersion(location: Location, version: number): LocatedDiagnostic {
  return {
    code: 'KW1014',
    severity: 'error',
    message: 'the pipeline was made by another version of kitewright that does not fit this one',
    path: [],
    why: `its values have shape ${version}, this version reads shape ${modelVersion}`,
    hint: 'run the version that the pipeline imports: .buildkite/node_modules/.bin/kitewright',
    location,
    related: [],
  }
}
