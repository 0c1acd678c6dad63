import { readFileSync } from 'node:fs'
import nodeModule from 'node:module'
import { fileURLToPath } from 'node:url'
import { guardOutput } from './guard-output.ts'
import { hasModuleSyntax } from './module-syntax.ts'

type Next<Context, Result> = (subject: string, context: Context) => Result
interface LoadContext {
  readonly format?: string | null | undefined
}
interface Hooks {
  readonly resolve: (specifier: string, context: object, next: Next<object, unknown>) => unknown
  readonly load: (url: string, context: LoadContext, next: Next<LoadContext, unknown>) => unknown
}
// Newer than the oldest Node we serve, so absent from its types.
const { registerHooks } = nodeModule as { readonly registerHooks?: (hooks: Hooks) => { deregister: () => void } }

/** Whether this Node tells what is imported. */
export const canHook = registerHooks !== undefined

/**
 * Makes Node load the author's files as they are written, whatever the nearest package.json says: npm's default is
 * `"type": "commonjs"`, and Node then refuses `import` in a .ts or .js file. Imports of other files may leave out the
 * ending or say `.js` for `.ts`, as tsx and the TypeScript compiler allow. Returns the function that undoes it.
 */
export function addModuleHooks(): () => void {
  const hooks = registerHooks?.({ resolve, load })
  return () => hooks?.deregister()
}

function resolve(specifier: string, context: object, next: Next<object, unknown>): unknown {
  guardOutput(specifier)
  try {
    return next(specifier, context)
  } catch (error) {
    for (const other of otherSpellings(specifier)) {
      try {
        return next(other, context)
      } catch {
        // The first failure, which names what the author wrote, is the one to show.
      }
    }
    throw error
  }
}

function otherSpellings(specifier: string): readonly string[] {
  if (!/^\.{1,2}(?:\/|$)/.test(specifier)) return []
  if (/\.[cm]?js$/.test(specifier)) return [specifier.replace(/js$/, 'ts')]
  return [`${specifier}.ts`, `${specifier}.js`, `${specifier}/index.ts`, `${specifier}/index.js`]
}

function load(url: string, context: LoadContext, next: Next<LoadContext, unknown>): unknown {
  const isOpen = context.format == null || context.format.startsWith('commonjs') || context.format === 'typescript'
  if (!isOpen || !isAuthored(url) || !hasModuleSyntax(readFileSync(fileURLToPath(url), 'utf8')))
    return next(url, context)
  return next(url, { ...context, format: url.endsWith('.ts') ? 'module-typescript' : 'module' })
}

function isAuthored(url: string): boolean {
  return url.startsWith('file:') && /\.[jt]s$/.test(url) && !url.includes('/node_modules/')
}
