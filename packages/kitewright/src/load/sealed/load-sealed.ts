import fs from 'node:fs'
import nodeModule, { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import vm, { type Module, type SourceTextModule as Authored } from 'node:vm'
import { isCommonJs } from '../module-syntax.ts'
import type { Refuse } from './attempts.ts'
import { mapStacks, type PlainSource } from './source-maps.ts'

// Taken before they are sealed.
const { SourceTextModule, SyntheticModule } = vm

/**
 * A loader of an author's modules that needs neither a thread nor a program: they are linked here, and TypeScript comes as
 * JavaScript already. Packages are loaded by Node, in the same sealed process.
 *
 * @param sources The author's TypeScript files as JavaScript.
 * @param refuse Refuses modules that are no files.
 */
export function sealedLoader(
  sources: Readonly<Record<string, PlainSource>>,
  refuse: Refuse,
): (file: string) => Promise<unknown> {
  mapStacks(sources)
  readTypeScriptBy(sources)
  const modules = new Map<string, Module>()
  const linked = new Map<Module, Promise<void>>()

  const moduleOf = async (specifier: string, importer: string): Promise<Module> => {
    const url = resolveModule(specifier, importer, refuse)
    const known = modules.get(url)
    if (known !== undefined) return known
    const made = isAuthored(url) ? authored(fileURLToPath(url)) : mirror(await import(url), url)
    modules.set(url, made)
    return made
  }
  const load = async (specifier: string, importer: string): Promise<Module> => {
    const found = await moduleOf(specifier, importer)
    if (found.status === 'unlinked')
      linked.set(
        found,
        found.link((name, { identifier }) => moduleOf(name, identifier)),
      )
    await linked.get(found)
    if (found.status === 'linked') await found.evaluate()
    if (found.status === 'errored') throw found.error
    return found
  }
  const authored = (file: string): Module => {
    const text = fs.readFileSync(file, 'utf8')
    const identifier = pathToFileURL(file).href
    if (file.endsWith('.json')) return mirror({ default: JSON.parse(text) as unknown }, identifier)
    if (isCommonJs(file, text)) {
      const exported: unknown = createRequire(file)(file)
      return mirror({ ...Object(exported), default: exported }, identifier)
    }
    return new SourceTextModule(plainText(file, text, sources), {
      identifier,
      initializeImportMeta: (meta) => {
        const resolveHere = (specifier: string): string => resolveModule(specifier, identifier, refuse)
        Object.assign(meta, { url: identifier, filename: file, dirname: dirname(file), resolve: resolveHere })
      },
      importModuleDynamically: ((specifier: string, { identifier: importer }: Authored) =>
        load(specifier, importer)) as never,
    })
  }
  return async (file) => {
    const text = fs.readFileSync(file, 'utf8')
    if (isCommonJs(file, text)) return createRequire(file)(file) as unknown
    return (await load(pathToFileURL(file).href, pathToFileURL(file).href)).namespace
  }
}

/** A module that Node has loaded, or data, as a module to link with. */
function mirror(exported: object, identifier: string): Module {
  const names = Object.keys(exported)
  return new SyntheticModule(
    names,
    function (this: { setExport: (name: string, value: unknown) => void }) {
      for (const name of names) this.setExport(name, (exported as Readonly<Record<string, unknown>>)[name])
    } as never,
    { identifier },
  )
}

function plainText(file: string, text: string, sources: Readonly<Record<string, PlainSource>>): string {
  if (!/\.[cm]?ts$/.test(file)) return text
  const source = sources[file]
  if (source?.code !== undefined) return source.code
  throw source === undefined
    ? new Error(`${file} is TypeScript that no import names by a plain path, and cannot be loaded in a sealed run`)
    : new SyntaxError(source.problem)
}

type Extension = (module: Readonly<Record<'_compile', (text: string, file: string) => void>>, file: string) => void

/** What is required comes the same way. */
function readTypeScriptBy(sources: Readonly<Record<string, PlainSource>>): void {
  const { _extensions: extensions } = nodeModule as unknown as { readonly _extensions: Record<string, Extension> }
  for (const ending of ['.ts', '.cts', '.mts'])
    extensions[ending] = (module, file) => module['_compile'](plainText(file, '', sources), file)
}

/** What Node itself cannot load: TypeScript, also of packages; and what its nearest package.json may mistake. */
function isAuthored(url: string): boolean {
  return url.startsWith('file:') && (!url.includes('/node_modules/') || /\.[cm]?ts$/.test(url))
}

/** Files may be named without their ending, and `.js` may mean `.ts`, as elsewhere. */
function resolveModule(specifier: string, importer: string, refuse: Refuse): string {
  if (/^(?:\.{0,2}\/|\.{1,2}$|file:)/.test(specifier)) return fileOf(specifier, importer)
  const url = import.meta.resolve(specifier, importer)
  if (/^(?:file|node):/.test(url)) return url
  throw refuse(`imports ${specifier.slice(0, 60)}, which is no file`)
}

function fileOf(specifier: string, importer: string): string {
  const path = specifier.startsWith('file:')
    ? fileURLToPath(specifier)
    : resolve(dirname(fileURLToPath(importer)), decodeURIComponent(specifier))
  const spellings = [
    path,
    path.replace(/js$/, 'ts'),
    ...['ts', 'js'].map((ending) => `${path}.${ending}`),
    ...['ts', 'js'].map((ending) => join(path, `index.${ending}`)),
  ]
  const found = spellings.find((each) => fs.existsSync(each) && fs.statSync(each).isFile())
  if (found !== undefined) return pathToFileURL(fs.realpathSync.native(found)).href
  const error = new Error(`Cannot find module '${path}' imported from ${fileURLToPath(importer)}`)
  throw Object.assign(error, { code: 'ERR_MODULE_NOT_FOUND' })
}
