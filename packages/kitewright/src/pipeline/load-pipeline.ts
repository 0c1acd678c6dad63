import { modelVersion, otherVersion, type Pipeline, pipelineBrandOf } from '@kitewright/core'
import { loadAuthored } from '../load/author.ts'
import type { Place } from '../locate/place.ts'
import { placeAt } from '../locate/place-at.ts'
import type { LocatedDiagnostic } from '../report/located-diagnostic.ts'
import type { Files } from '../world/world.ts'

/** A pipeline, or why the file gives none. */
export type LoadedPipeline =
  | { readonly pipeline: Pipeline; readonly diagnostic?: undefined }
  | { readonly pipeline?: undefined; readonly diagnostic: LocatedDiagnostic }

/** Loads a module of an author's. */
export type Load = (file: string) => Promise<unknown>

/** Loads a pipeline's file and takes its default export. The author's function is not called yet. */
export async function loadPipeline(file: string, files: Files, load?: Load): Promise<LoadedPipeline> {
  const loaded = await loadAuthored(file, files, load)
  if (!loaded.ok) {
    const { loadDiagnostic } = await import('./load-diagnostic.ts')
    return { diagnostic: loadDiagnostic(loaded.problem, files, placeAt({ file, line: 1, column: 1 }, files)) }
  }
  const brand = readBrand(loaded.value)
  if (brand?.version === modelVersion) return { pipeline: loaded.value as Pipeline }
  const { defaultExportPlace } = await import('./default-export-place.ts')
  const location = defaultExportPlace(file, files)
  return { diagnostic: brand ? ofOtherVersion(location, brand.version) : await notDefined(location, loaded.value) }
}

async function notDefined(location: Place, value: unknown): Promise<LocatedDiagnostic> {
  const { insteadOfPipeline } = await import('./instead-of-pipeline.ts')
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

function ofOtherVersion(location: Place, version: number): LocatedDiagnostic {
  return {
    ...otherVersion('the pipeline', version),
    severity: 'error',
    path: [],
    hint: 'run the version that the pipeline imports: .buildkite/node_modules/.bin/kitewright',
    location,
    related: [],
  }
}

/** A proxy may throw whatever it is asked. */
function readBrand(value: unknown): ReturnType<typeof pipelineBrandOf> {
  try {
    return pipelineBrandOf(value)
  } catch {
    return undefined
  }
}
