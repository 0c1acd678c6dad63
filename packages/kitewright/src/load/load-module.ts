import { readFileSync } from 'node:fs'
import { guardAllOutput } from './guard-output.ts'
import { loadNatively, stopLoadingNatively } from './load-natively.ts'

/** Loads a file in the quickest way that can: by Node alone, otherwise by tsx's quick half, otherwise by its slow one. */
export async function loadModule(file: string): Promise<unknown> {
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
  guardAllOutput()
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
  // A package of the author's team that is published as TypeScript.
  'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING',
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
