import { readFile } from 'node:fs/promises'
import { readManifest } from './build/published-manifest.ts'
import { releaseTag } from './release/release-tag.ts'

// Prints the tag under which this state is released, if version, changelog and a tag that is given agree:
// `pnpm release:check` or `pnpm release:check v0.1.0`.
const root = new URL('../', import.meta.url)
const { version } = await readManifest(new URL('packages/kitewright/', root))
const changelog = await readFile(new URL('CHANGELOG.md', root), 'utf8')

try {
  console.log(releaseTag({ version, changelog, tag: process.argv[2] }))
} catch (error) {
  console.error(String(error))
  process.exitCode = 1
}
