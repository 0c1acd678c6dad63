import { chmod } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { entryName, readManifest } from './published-manifest.ts'

/**
 * Bundles the code, one file for each entry and what commands load lazily in files of their own. Files of the package's
 * own code lie two folders deep, as the sources do, so that paths to the catalogue are the same.
 */
export async function bundleCode(source: URL, target: URL): Promise<void> {
  const entries = Object.values((await readManifest(source)).exports).filter((file) => file.endsWith('.ts'))
  const bundle = await rolldown({
    cwd: fileURLToPath(source),
    input: Object.fromEntries(['./src/bin.ts', ...entries].map((file) => [entryName(file), file])),
    platform: 'node',
    external: [/^tsx(\/|$)/, /^vitest(\/|$)/],
    // yaml's Node build is CommonJS and breaks when bundled as a module: its browser build is taken.
    resolve: { conditionNames: ['import', 'default'] },
  })
  await bundle.write({
    dir: fileURLToPath(new URL('lib/', target)),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    minify: true,
    comments: false,
    banner: (chunk) => (chunk.name === 'bin' && chunk.isEntry ? '#!/usr/bin/env node' : ''),
  })
  await bundle.close()
  await chmod(new URL('lib/bin.js', target), 0o755)
}
