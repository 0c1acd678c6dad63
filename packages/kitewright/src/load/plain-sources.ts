import { createRequire } from 'node:module'
import { type OpenSource, openSources } from '../locate/open-sources.ts'
import type { Source } from '../locate/parse-source.ts'
import { importedSources, sourceImports } from '../locate/source-imports.ts'
import type { Files } from '../world/world.ts'
import { isCommonJs } from './module-syntax.ts'
import type { PlainSource } from './sealed/source-maps.ts'

/** As much of esbuild as is needed: tsx brings it. */
interface Esbuild {
  readonly transform: (text: string, options: object) => Promise<{ readonly code: string; readonly map: string }>
  readonly stop: () => Promise<void>
}

/**
 * An author's TypeScript as JavaScript: the file's and that of all that it imports by a relative path. Nothing of it runs,
 * and nothing outside the folder is read.
 */
export async function plainSources(
  file: string,
  isWithin: (file: string) => boolean,
  files: Files,
): Promise<Readonly<Record<string, PlainSource>>> {
  const readText = (path: string): string | undefined => {
    const real = files.realPath(path)
    return real !== undefined && isWithin(real) ? files.readText(real) : undefined
  }
  const open = openSources({ readText })
  const sources = withPackages(file, open).filter((source) => /\.[cm]?ts$/.test(source.file))
  if (sources.length === 0) return {}
  const own = createRequire(import.meta.url)
  const { transform, stop } = createRequire(own.resolve('tsx/package.json'))('esbuild') as Esbuild
  const plain = sources.map(async (source): Promise<readonly [string, PlainSource]> => {
    const isCommon = isCommonJs(source.file, source.text)
    const real = files.realPath(source.file) ?? source.file
    try {
      const { code, map } = await transform(source.text, {
        loader: 'ts',
        format: isCommon ? 'cjs' : 'esm',
        target: 'node20',
        // Node's own would look for files by rules of its own.
        supported: { 'dynamic-import': !isCommon },
        sourcemap: 'external',
        sourcefile: real,
        logLevel: 'silent',
        tsconfigRaw: {},
      })
      return [real, { code, map }]
    } catch (error) {
      return [real, { problem: error instanceof Error ? error.message : String(error) }]
    }
  })
  const made = await Promise.all(plain)
  await stop()
  return Object.fromEntries(made)
}

/** A file and all that it imports, of packages too where those are TypeScript. */
function withPackages(entry: string, open: OpenSource): readonly Source[] {
  const found = new Map<string, Source>()
  const pending = [entry]
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    for (const source of importedSources(file, open)) {
      if (found.has(source.file)) continue
      found.set(source.file, source)
      pending.push(
        ...sourceImports(source).flatMap(({ specifier }) => packagedTypeScript(specifier.value, source.file)),
      )
    }
  }
  return [...found.values()]
}

function packagedTypeScript(specifier: string, importer: string): readonly string[] {
  if (/^(?:\.|node:|\/)/.test(specifier)) return []
  try {
    const file = createRequire(importer).resolve(specifier)
    return /\.[cm]?ts$/.test(file) ? [file] : []
  } catch {
    return []
  }
}
