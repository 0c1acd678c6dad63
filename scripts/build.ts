import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { billOfMaterials } from './build/bill-of-materials.ts'
import { bundleCode } from './build/bundle-code.ts'
import { bundleTypes } from './build/bundle-types.ts'
import { diagnosticsIndex } from './build/diagnostics-index.ts'
import { publishedManifest } from './build/published-manifest.ts'
import { thirdPartyNotices } from './build/third-party-notices.ts'
import { writeJson } from './build/write-json.ts'

// Builds package/, the folder that is published and nothing in it but what users need, in dist/ or the folder given.
const root = new URL('../', import.meta.url)
const source = new URL('packages/kitewright/', root)
const [, , folder] = process.argv

/** Where what is built lies. */
export const dist: URL = folder === undefined ? new URL('dist/', root) : pathToFileURL(`${resolve(folder)}/`)

const target = new URL('package/', dist)

await rm(target, { recursive: true, force: true })
await mkdir(target, { recursive: true })
const bundled = await Promise.all([bundleCode(source, target), bundleTypes(source, target)])
await writeFile(new URL('THIRD-PARTY-NOTICES.txt', target), thirdPartyNotices(bundled.flat()))
await cp(new URL('schemas/', root), new URL('schemas/', target), {
  recursive: true,
  filter: (path) => !path.endsWith('.md'),
})
for (const files of ['catalogue/', 'scripts/', 'starters/'])
  await cp(new URL(files, source), new URL(files, target), { recursive: true })
// What the code stands on is for those who work on it.
await cp(new URL('docs/', root), new URL('docs/', target), {
  recursive: true,
  filter: (path) => !/[\\/]docs[\\/]spec\b/.test(path),
})
const diagnostics = await readFile(new URL('docs/diagnostics.md', root), 'utf8')
await writeFile(new URL('docs/diagnostics.md', target), diagnosticsIndex(diagnostics))
await cp(new URL('README.md', source), new URL('README.md', target))
await cp(new URL('LICENSE', root), new URL('LICENSE', target))
const manifest = await publishedManifest(source)
await writeJson(new URL('package.json', target), manifest)
const lock = await readFile(new URL('pnpm-lock.yaml', root), 'utf8')
await writeFile(new URL('sbom.cdx.json', target), billOfMaterials(bundled.flat(), manifest, lock))
console.log(fileURLToPath(target))
