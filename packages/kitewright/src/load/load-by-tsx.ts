import { createRequire, register } from 'node:module'
import { pathToFileURL } from 'node:url'
import type * as Tsx from 'tsx/cjs/api'
import { moduleSyntax } from './module-syntax.ts'

let isRequireReady = false
let isImportReady = false

/** Loads a file through tsx's CommonJS half, which starts much faster than its other half: `import` becomes `require`. */
export function requireByTsx(file: string): unknown {
  if (!isRequireReady) {
    const tsx = createRequire(import.meta.url)('tsx/cjs/api') as typeof Tsx
    tsx.register()
    isRequireReady = true
  }
  return createRequire(file)(file)
}

/** Loads a file through tsx's module half, for what CommonJS cannot do: top-level `await`, `import()` of TypeScript. */
export async function importByTsx(file: string): Promise<unknown> {
  if (!isImportReady) {
    const tsx = await import('tsx/esm/api')
    tsx.register()
    register(`data:text/javascript,${encodeURIComponent(asModules)}`, { data: moduleSyntax })
    isImportReady = true
  }
  // Node remembers a failed import by its URL.
  return await import(`${pathToFileURL(file).href}?tsx`)
}

// tsx compiles a .ts or .js file to CommonJS, where `await` cannot stand, unless package.json says "type": "module".
// Hooks run in a thread of their own: they are text, and get the patterns handed over.
const asModules = `
import { readFileSync } from 'node:fs'
let patterns
export function initialize(given) { patterns = given }
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context)
  const isOpen = found.format === 'commonjs' && /^file:.*\\.[jt]s(\\?|$)/.test(found.url) && !found.url.includes('/node_modules/')
  if (!isOpen) return found
  const text = readFileSync(new URL(found.url), 'utf8').replace(patterns.literal, "''")
  return patterns.statement.test(text) ? { ...found, format: 'module' } : found
}`
