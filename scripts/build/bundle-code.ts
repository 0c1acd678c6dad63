import { chmod } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Plugin, rolldown } from 'rolldown'
import { builtinModules } from './builtin-modules.ts'
import { entryName, readManifest } from './published-manifest.ts'
import { withoutFacade } from './without-facade.ts'

/**
 * What is one file together with all that it imports, since each file costs Node about half a millisecond: where every
 * `render` and `upload` begins, the command's side and the author's, and what is loaded for pipelines with more in them.
 */
const groups = [
  // What bin.ts needs before it has Node keep compiled code: nothing else may be loaded by then.
  {
    name: 'world',
    test: /kitewright\/src\/world\/(?:process-world|write-whole|is-within|time-limits|repository-folders|permission-flag)\.ts/,
    priority: 1,
  },
  { name: 'pipeline', test: /packages\/kitewright\/src\/(?:index|run)\.ts|core\/src\/check\/matches-code\.ts/ },
  { name: 'check', test: /packages\/core\/src\/check\/entry\.ts/ },
]

/**
 * Bundles the code, with what commands load lazily in files of their own. Those lie two folders deep, as the sources do,
 * so that paths to the catalogue are the same. Returns the files that were bundled.
 */
export async function bundleCode(source: URL, target: URL): Promise<readonly string[]> {
  const entries = Object.values((await readManifest(source)).exports).filter((file) => file.endsWith('.ts'))
  const root = fileURLToPath(new URL('../../', source))
  const bundle = await rolldown({
    cwd: fileURLToPath(source),
    input: Object.fromEntries(['./src/bin.ts', './src/sealed.ts', ...entries].map((file) => [entryName(file), file])),
    platform: 'node',
    external: [/^tsx(\/|$)/, /^vitest(\/|$)/],
    // yaml's Node build is CommonJS and breaks when bundled as a module: its browser build is taken.
    resolve: { conditionNames: ['import', 'default'] },
    plugins: [builtinModules(), withoutForeignMaps, withoutFacade],
  })
  const { output } = await bundle.write({
    dir: fileURLToPath(new URL('lib/', target)),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    codeSplitting: { groups },
    minify: true,
    // For the stack of a fault of ours, which reads them itself. No link leads to them: where tsx is at work, Node would
    // read each. The sources' text is left out: it would be half of the package.
    sourcemap: 'hidden',
    sourcemapExcludeSources: true,
    sourcemapPathTransform: (path, map) => relative(root, resolve(dirname(map), path)).replaceAll('\\', '/'),
    comments: false,
    banner: (chunk) => (chunk.name === 'bin' && chunk.isEntry ? '#!/usr/bin/env node' : ''),
  })
  await bundle.close()
  await chmod(new URL('lib/bin.js', target), 0o755)
  return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
}

/** Maps lead to our own sources alone: with those of what is bundled they would be twice as large. */
const withoutForeignMaps: Plugin = {
  name: 'without-foreign-maps',
  transform: (code, id) => (/[\\/]node_modules[\\/]/.test(id) ? { code, map: { mappings: '' } } : undefined),
}
