import { readFile } from 'node:fs/promises'

/** What a package.json says, as far as the build reads it. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly exports: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly [field: string]: unknown
}

/** Reads the manifest of the package that is published. */
export async function readManifest(source: URL): Promise<Manifest> {
  return JSON.parse(await readFile(new URL('package.json', source), 'utf8')) as Manifest
}

/** The manifest as it is published: built files instead of sources, and no dependency but tsx. */
export async function publishedManifest(source: URL): Promise<Manifest> {
  const { private: _, devDependencies: _dev, dependencies, ...manifest } = await readManifest(source)
  return {
    ...manifest,
    bin: { kitewright: './lib/bin.js' },
    exports: {
      ...Object.fromEntries(Object.entries(manifest.exports).map(([path, file]) => [path, published(file)])),
      './package.json': './package.json',
    },
    dependencies: { tsx: dependencies['tsx'] ?? '' },
    // All but what is imported to add matchers.
    sideEffects: ['./lib/vitest.js'],
  } as unknown as Manifest
}

function published(file: string): unknown {
  if (!file.endsWith('.ts')) return file
  const built = `./lib/${entryName(file)}`
  return { types: `${built}.d.ts`, default: `${built}.js` }
}

/** `./src/index.ts` → `index`. */
export function entryName(file: string): string {
  return file.replace(/^\.\/src\//, '').replace(/\.ts$/, '')
}
