import type { BuildContext } from '@kitewright/core'
import { findConfig } from '../config/find-config.ts'
import type { Files } from '../world/world.ts'
import { compileProgram } from './compile-program.ts'
import type { CompiledFile, FileOptions } from './compiled-file.ts'
import { isYamlFile } from './is-yaml-file.ts'
import { repositoryRoot } from './repository-root.ts'

/**
 * Compiles a pipeline's file for one build: a program of TypeScript or JavaScript, or YAML or JSON as the agent takes it.
 * What the repository's `kitewright.config.json` says holds here, and so for every command. Every diagnostic is at the
 * author's line. Nothing is thrown for a fault of the author.
 */
export async function compileFile(
  file: string,
  context: BuildContext,
  files: Files,
  options: FileOptions = {},
): Promise<CompiledFile> {
  const kind = files.kindOf(file)
  if (kind !== 'file') {
    const { notThere } = await import('./not-there.ts')
    return { compilations: [], diagnostics: [notThere(file, kind)] }
  }
  const root = repositoryRoot(file, files)
  const config = findConfig(file, root, files)
  if (config === undefined) return compileKind({ file, root }, context, files, options)
  const { compileConfigured } = await import('./compile-configured.ts')
  return compileConfigured(config, files, options, (own) => compileKind({ file, root }, context, files, own))
}

async function compileKind(
  { file, root }: { readonly file: string; readonly root: string | undefined },
  context: BuildContext,
  files: Files,
  given: FileOptions,
): Promise<CompiledFile> {
  const { sealed } = files
  const options = { ...given, repository: context.pipeline.repository }
  if (!isYamlFile(file) && sealed !== undefined) {
    const { compileSealed } = await import('./compile-sealed.ts')
    return compileSealed({ file, root }, context, files, { sealed, options })
  }
  if (!isYamlFile(file)) return compileProgram({ file, root }, context, files, options)
  const { compileYaml } = await import('./compile-yaml.ts')
  return compileYaml(files.readText(file) ?? '', file, { ...options, isUtf8: files.isUtf8(file) })
}
