import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { Node } from '@babel/types'
import { authorFrames } from '../locate/author-frames.ts'
import type { OpenSource } from '../locate/open-sources.ts'
import { type SourceImport, importedSources, sourceImports } from '../locate/source-imports.ts'
import { sourcePlace } from '../locate/source-place.ts'
import type { LoadProblem } from './load-problem.ts'
import type { ReadError } from './read-error.ts'

/** Says which import failed, and where it stands. Returns undefined if something else failed. */
export function explainImport(entry: string, error: ReadError, open: OpenSource): LoadProblem | undefined {
  const { code } = error
  const imports = (): readonly SourceImport[] => importedSources(entry, open).flatMap(sourceImports)
  if (code.endsWith('MODULE_NOT_FOUND') || CODES.has(code)) return explainMissingModule(imports(), error, code)
  const name = MISSING_NAMES.map((pattern) => pattern.exec(error.message)?.[1]).find(Boolean)
  return name === undefined ? undefined : explainMissingName(imports(), error, name)
}

const CODES: ReadonlySet<string> = new Set([
  'ERR_PACKAGE_PATH_NOT_EXPORTED',
  'ERR_PACKAGE_IMPORT_NOT_DEFINED',
  'ERR_UNSUPPORTED_DIR_IMPORT',
])

const MISSING_NAMES: readonly RegExp[] = [
  / does not provide an export named '(.+?)'/,
  /^Named export '(.+?)' not found/,
  // tsx turns an import into a property of the required module; a missing one shows when it is called.
  /^\(0 ?, import_\w+\.(\w+)\) is not a function$/,
]

function explainMissingModule(
  imports: readonly SourceImport[],
  error: ReadError,
  code: string,
): LoadProblem | undefined {
  const found = imports.find((candidate) => isMeant(candidate, error.message))
  if (found === undefined) return undefined
  const specifier = found.specifier.value
  const [name = specifier] = PACKAGE.exec(specifier) ?? []
  const folder = dirname(found.source.file)
  const facts = { kind: 'import-not-found', ...placeOf(found, found.specifier) } as const
  if (/^[./]/.test(specifier)) return { ...facts, message: `cannot find the file "${specifier}"` }
  if (CODES.has(code)) return { ...facts, message: `"${name}" has no entry ".${specifier.slice(name.length)}"` }
  const missing = missingFolder(folder)
  const clean = missing && `run "npm ci --prefix ${missing}": node_modules is not there`
  if (name !== 'kitewright') {
    const hint = clean ?? `run "npm install ${name}" in ${folder}`
    return { ...facts, message: `cannot find the package "${specifier}"`, hint }
  }
  const message = 'kitewright is not installed where this file could find it'
  const hint = clean ?? `run "npm install kitewright" in ${folder}, or set the folder up with "npx kitewright init"`
  return { ...facts, kind: 'not-installed', message, hint }
}

/** The folder of a package, with what it depends on locked and nothing of it installed. */
function missingFolder(folder: string): string | undefined {
  const has = (name: string): boolean => existsSync(join(folder, name))
  if (!has('package-lock.json') || has('node_modules')) return undefined
  return relative(process.cwd(), folder) || '.'
}

const PACKAGE = /^(?:@[^/]+\/)?[^/]+/

/** Node names a module as it is written, or by the path it comes to, or by its package and entry. */
function isMeant({ source, specifier: { value } }: SourceImport, message: string): boolean {
  const names = [...message.matchAll(/["'](.+?)["']/g)].map(([, name]) => name)
  if (names.includes(value)) return true
  if (value.startsWith('.')) return names.includes(resolve(dirname(source.file), value))
  const [packageName = value] = PACKAGE.exec(value) ?? []
  return message.includes(`/node_modules/${packageName}/`) && message.includes(`'.${value.slice(packageName.length)}'`)
}

function explainMissingName(imports: readonly SourceImport[], error: ReadError, name: string): LoadProblem | undefined {
  const [, module] = /module '(.+?)'/.exec(error.message) ?? []
  for (const candidate of imports) {
    const named = importedName(candidate.statement, name)
    const specifier = candidate.specifier.value
    if (named === undefined || (module !== undefined && module !== specifier)) continue
    const message = `"${specifier}" exports no "${name}"`
    return { kind: 'import-not-found', message, ...placeOf(candidate, named) }
  }
  const [frame] = authorFrames(error.stack)
  return frame && { kind: 'import-not-found', message: error.message, position: frame }
}

function importedName(statement: Node, name: string): Node | undefined {
  if (statement.type === 'ImportDeclaration') {
    return statement.specifiers.find((item) =>
      item.type === 'ImportSpecifier'
        ? (item.imported.type === 'Identifier' ? item.imported.name : item.imported.value) === name
        : item.type === 'ImportDefaultSpecifier' && name === 'default',
    )
  }
  if (statement.type !== 'ExportNamedDeclaration') return undefined
  return statement.specifiers.find((item) => item.type === 'ExportSpecifier' && item.local.name === name)
}

function placeOf({ source }: SourceImport, node: Node): Pick<LoadProblem, 'position' | 'length'> {
  const { length, sourceLine: _, ...position } = sourcePlace(source, node.start ?? 0, node.end ?? 0)
  return { position, length }
}
