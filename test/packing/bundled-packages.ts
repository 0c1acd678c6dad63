import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../source-files.ts'

/** What our packages depend on without having it in the bundle. */
const notBundled: Readonly<Record<string, string>> = {
  tsx: 'installed beside kitewright, for Nodes that cannot strip types',
  '@babel/types': 'types alone, and none in the public ones',
}

/** The text of the licence of each package that is bundled, by the package's name. */
export function bundledPackages(): Readonly<Record<string, string>> {
  const packages = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name))
  // Rolldown adds a few lines of its own to what it bundles.
  const bundler = ['rolldown', licenceText(join(root, 'node_modules/rolldown'))] as const
  const bundled = packages.flatMap((folder) =>
    foreignDependencies(folder).map((name) => [name, licenceText(join(folder, 'node_modules', name))] as const),
  )
  return Object.fromEntries([...bundled, bundler])
}

function foreignDependencies(folder: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Readonly<
    Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>> | undefined>
  >
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).flatMap(([name, version]) =>
    version === 'workspace:*' || Object.hasOwn(notBundled, name) ? [] : [name],
  )
}

function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^license/i.test(name)) ?? ''
  return readFileSync(join(folder, file), 'utf8').trim()
}
