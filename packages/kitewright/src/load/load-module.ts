import { readFileSync, realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { defaultExport } from './default-export.ts'
import { loadNatively, stopLoadingNatively } from './load-natively.ts'
import type { LoadProblem } from './load-problem.ts'

/** A file's default export, or why there is none. */
export type LoadResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: LoadProblem }

/**
 * Loads an author's file (.ts, .mts, .cts, .js, .mjs, .cjs; a module or CommonJS, whatever the nearest package.json
 * says) and gives its default export as it stands: a function is not called. Nothing is thrown: a fault of the file is
 * a problem with its place. Node remembers what it loaded, so a fresh load wants a fresh process.
 *
 *     const loaded = await loadModule('.buildkite/pipeline.ts')
 *     if (loaded.ok) evaluate(loaded.value)
 */
export async function loadModule(path: string): Promise<LoadResult> {
  const named = resolve(path)
  const entry = statSync(named, { throwIfNoEntry: false })
  if (!entry?.isFile()) {
    const message = entry?.isDirectory() ? `${path} is a folder, not a file` : `there is no file ${path}`
    return failed({ kind: 'file-not-found', message })
  }
  const file = realpathSync(named)
  try {
    const found = defaultExport(await loadSomehow(file))
    return found === undefined ? failed(noDefaultExport(file)) : { ok: true, value: found.value }
  } catch (error) {
    const { explainFailure } = await import('./explain-failure.ts')
    return failed(explainFailure(file, error))
  }
}

/** The quickest way that can load the file: Node alone, else tsx's quick half, else its slow one. */
async function loadSomehow(file: string): Promise<unknown> {
  const text = readFileSync(file, 'utf8')
  const isLazy = IMPORT_CALL.test(text)
  if (stripsTypes() || !(TYPESCRIPT_NAME.test(file) || isLazy || TYPESCRIPT_IMPORT.test(text))) {
    try {
      return await loadNatively(file, text)
    } catch (error) {
      if (!wantsTsx(error)) throw error
      stopLoadingNatively()
    }
  }
  const { importByTsx, requireByTsx } = await import('./load-by-tsx.ts')
  if (isLazy || TOP_LEVEL_AWAIT.test(text)) return await importByTsx(file)
  try {
    return requireByTsx(file)
  } catch (error) {
    if (!wantsModuleLoader(error)) throw error
    return await importByTsx(file)
  }
}

const TYPESCRIPT_NAME = /\.[cm]?ts$/

// Glances at a JavaScript file that Node without TypeScript need not try: it remembers what it failed to import.
const TYPESCRIPT_IMPORT = /\.[cm]?ts['"`]/

// An `import()` may come long after the load: under tsx's quick half it goes to Node, too late to choose another way.
const IMPORT_CALL = /\bimport\s*\(/

// An `await` that begins a line or stands in a statement that does: tsx's quick half would try it in vain.
const TOP_LEVEL_AWAIT = /^(?!.*\basync\b)(?:[a-z].*\s)?await\s/m

function stripsTypes(): boolean {
  return Boolean((process.features as { readonly typescript?: unknown }).typescript)
}

/** Node's refusals of what tsx can read: other syntax than types, TypeScript on an old Node, spellings of paths. */
function wantsTsx(error: unknown): boolean {
  const code = codeOf(error)
  if (REFUSALS.has(code)) return true
  if (code.endsWith('MODULE_NOT_FOUND')) return /Cannot find module '[./]/.test(String(error))
  // Where kitewright itself runs under tsx, Node's own import goes through it.
  if (wantsModuleLoader(error)) return true
  return error instanceof SyntaxError && /outside a module|^Unexpected token 'export'/.test(error.message)
}

const REFUSALS: ReadonlySet<string> = new Set([
  'ERR_UNKNOWN_FILE_EXTENSION',
  'ERR_UNSUPPORTED_DIR_IMPORT',
  'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX',
  // Node 22 cannot require a module of several files from a CommonJS file in TypeScript that a module imports.
  'ERR_VM_MODULE_LINK_FAILURE',
])

/** What tsx's CommonJS half cannot do. */
function wantsModuleLoader(error: unknown): boolean {
  const code = codeOf(error)
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION' || code === 'ERR_REQUIRE_ASYNC_MODULE') return true
  return error instanceof Error && error.name === 'TransformError' && error.message.includes('Top-level await')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function noDefaultExport(file: string): LoadProblem {
  const message = 'the file has no default export'
  return { kind: 'no-default-export', message, position: { file, line: 1, column: 1 } }
}

function failed(problem: LoadProblem): LoadResult {
  return { ok: false, problem }
}
