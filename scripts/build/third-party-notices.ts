import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Licences that allow bundling for the price of their text. */
const allowedLicences: readonly string[] = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause']

interface BundledPackage {
  readonly name: string
  readonly version: string
  readonly license?: string
}

/**
 * The licences of what a bundle is made of, each package's own text.
 *
 * @param modules the files that were bundled; those of no package are ours
 * @throws if a package's licence is not an allowed one, or its text is missing
 */
export function thirdPartyNotices(modules: readonly string[]): string {
  const folders = [...new Set(modules.map(packageFolder).filter((folder) => folder !== undefined))]
  const notices = folders.map(notice).toSorted()
  return `kitewright is published with code of these packages inside, each under its own licence.\n\n${notices.join('\n')}`
}

function packageFolder(module: string): string | undefined {
  // Shared code of the bundler's own, such as what wraps a CommonJS module.
  const file = module.startsWith('\0rolldown/') ? createRequire(import.meta.url).resolve('rolldown') : module
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0]
}

function notice(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as BundledPackage
  const { name, version, license = 'no licence' } = manifest
  if (!allowedLicences.includes(license)) throw new Error(`${name} is under ${license}: it may not be bundled`)
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.md|\.txt)?$/i.test(entry))
  if (file === undefined) throw new Error(`${name} brings no text of its licence: it may not be bundled`)
  return `## ${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
}
