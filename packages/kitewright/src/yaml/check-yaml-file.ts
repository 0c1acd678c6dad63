import type { CompileOptions } from '@kitewright/core'
import type { CompiledFile } from '../pipeline/compile-file.ts'
import type { World } from '../world.ts'
import { checkYaml } from './check-yaml.ts'

/** Checks a file of YAML or JSON. */
export async function checkYamlFile(file: string, world: World, options: CompileOptions): Promise<CompiledFile> {
  const text = world.readText(file)
  if (text !== undefined) return { diagnostics: await checkYaml(text, file, options) }
  const { loadDiagnostic } = await import('../pipeline/load-diagnostic.ts')
  return { diagnostics: [loadDiagnostic({ kind: 'file-not-found', message: `there is no file ${file}` })] }
}
