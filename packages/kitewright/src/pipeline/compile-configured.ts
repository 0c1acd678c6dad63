import { readConfig } from '../config/read-config.ts'
import { sortByPlace } from '../report/sort-by-place.ts'
import type { Files } from '../world/world.ts'
import type { CompiledFile, FileOptions } from './compiled-file.ts'
import { raised } from './raised.ts'

/** Compiles with what a configuration says beside what the command line does. Errors in it are the pipeline's. */
export async function compileConfigured(
  file: string,
  files: Files,
  options: FileOptions,
  compile: (options: FileOptions) => Promise<CompiledFile>,
): Promise<CompiledFile> {
  const { config = {}, diagnostics: mistakes } = readConfig(file, files)
  const raise = [...(options.raise ?? []), ...(config.raise ?? [])]
  const also = [...(options.also ?? []), ...(config.also ?? [])]
  const { allow, deploys, guards } = config
  const compiled = await compile({ ...options, raise, also, allow, deploys, guards })
  return { ...compiled, diagnostics: [...sortByPlace(mistakes), ...raised(compiled.diagnostics, config.raise)] }
}
