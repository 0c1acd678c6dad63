import type { BuildContext } from '@kitewright/core'
import type { LocatedDiagnostic } from '../report/located-diagnostic.ts'
import type { Files } from '../world/world.ts'
import { compileProgram } from './compile-program.ts'
import type { CompiledFile, FileOptions } from './compiled-file.ts'
import { isYamlFile } from './is-yaml-file.ts'

/**
 * Compiles a pipeline's file for one build: a program of TypeScript or JavaScript, or YAML or JSON as the agent takes it.
 * Every diagnostic is at the author's line. Nothing is thrown for a fault of the author.
 */
export async function compileFile(
  file: string,
  context: BuildContext,
  files: Files,
  options: FileOptions = {},
): Promise<CompiledFile> {
  const kind = files.kindOf(file)
  if (kind !== 'file') return { compilations: [], diagnostics: [notThere(file, kind)] }
  if (!isYamlFile(file)) return compileProgram(file, context, files, options)
  const { compileYaml } = await import('./compile-yaml.ts')
  return compileYaml(files.readText(file) ?? '', file, { ...options, isUtf8: files.isUtf8(file) })
}

function notThere(file: string, kind: 'folder' | undefined): LocatedDiagnostic {
  return {
    code: 'KW1021',
    severity: 'error',
    message: kind === 'folder' ? `${file} is a folder, not a file` : `there is no file ${file}`,
    path: [],
    hint: '`kitewright init` writes one; or name the file: kitewright render path/to/pipeline.ts',
    related: [],
  }
}
