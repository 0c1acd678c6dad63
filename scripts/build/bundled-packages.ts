import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** A package whose code is in the bundle. */
export interface BundledPackage {
  readonly folder: string
  readonly name: string
  readonly version: string
  readonly license?: string
}

/** The packages that bundled files come from; those of none are ours. */
export function bundledPackages(modules: readonly string[]): readonly BundledPackage[] {
  const folders = [...new Set(modules.map(packageFolder).filter((folder) => folder !== undefined))]
  return folders.map((folder) => ({
    ...(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Omit<BundledPackage, 'folder'>),
    folder,
  }))
}

function packageFolder(module: string): string | undefined {
  // Shared code of the bundler's own, such as what wraps a CommonJS module.
  const file = module.startsWith('\0rolldown/') ? createRequire(import.meta.url).resolve('rolldown') : module
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0]
}
