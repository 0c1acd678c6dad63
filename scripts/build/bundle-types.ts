import { fileURLToPath } from 'node:url'
import { rollup } from 'rollup'
import ts from 'typescript'
import { dts } from 'rollup-plugin-dts'
import { entryName, readManifest } from './published-manifest.ts'

// The workspace's packages are links to sources, which only these two settings follow.
const compilerOptions = {
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  module: ts.ModuleKind.ESNext,
  preserveSymlinks: false,
}

/**
 * Rolls up the declarations, with those of our own packages inside: a user installs one package. Returns the files that
 * were bundled.
 */
export async function bundleTypes(source: URL, target: URL): Promise<readonly string[]> {
  const entries = Object.values((await readManifest(source)).exports).filter((file) => file.endsWith('.ts'))
  const bundle = await rollup({
    input: Object.fromEntries(entries.map((file) => [entryName(file), fileURLToPath(new URL(file, source))])),
    external: (id) => /^(?:node:|vitest|tsx)/.test(id),
    plugins: [
      dts({ respectExternal: true, tsconfig: fileURLToPath(new URL('../../tsconfig.json', source)), compilerOptions }),
    ],
  })
  const { output } = await bundle.write({
    dir: fileURLToPath(new URL('lib/', target)),
    format: 'es',
    entryFileNames: '[name].d.ts',
    chunkFileNames: 'chunks/[name]-[hash].d.ts',
  })
  await bundle.close()
  return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
}
