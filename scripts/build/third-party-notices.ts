import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BundledPackage, bundledPackages } from './bundled-packages.ts'

/** Licences that allow bundling for the price of their text. */
const allowedLicences: readonly string[] = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause']

/**
 * The licences of what a bundle is made of, each package's own text.
 *
 * @param modules the files that were bundled; those of no package are ours
 * @throws if a package's licence is not an allowed one, or its text is missing
 */
export function thirdPartyNotices(modules: readonly string[]): string {
  const notices = bundledPackages(modules).map(notice).toSorted()
  return `kitewright is published with code of these packages inside, each under its own licence.\n\n${notices.join('\n')}`
}

function notice({ folder, name, version, license = 'no licence' }: BundledPackage): string {
  if (!allowedLicences.includes(license)) throw new Error(`${name} is under ${license}: it may not be bundled`)
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.md|\.txt)?$/i.test(entry))
  if (file === undefined) throw new Error(`${name} brings no text of its licence: it may not be bundled`)
  return `## ${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
}
