import { cp, mkdir, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleCode } from '../scripts/build/bundle-code.ts'
import { publishedManifest } from '../scripts/build/published-manifest.ts'
import { writeJson } from '../scripts/build/write-json.ts'
import { root } from './source-files.ts'
import { installed } from './temporary-folder.ts'

/** Builds kitewright from its sources, types left out, and puts it where the tests' services find it. */
export default async function installKitewright(): Promise<void> {
  const source = pathToFileURL(join(root, 'packages/kitewright/'))
  const modules = join(installed, 'node_modules')
  const target = pathToFileURL(join(modules, 'kitewright/'))
  await mkdir(target, { recursive: true })
  await bundleCode(source, target)
  for (const folder of ['catalogue/', 'scripts/', 'starters/'])
    await cp(new URL(folder, source), new URL(folder, target), { recursive: true })
  await writeJson(new URL('package.json', target), await publishedManifest(source))
  await symlink(dirname(createRequire(source).resolve('tsx/package.json')), join(modules, 'tsx'))
}
