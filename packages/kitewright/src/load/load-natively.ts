import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { guardAllOutput } from './guard-output.ts'
import { addModuleHooks, canHook } from './module-hooks.ts'
import { importsOnlyKitewright, isCommonJs } from './module-syntax.ts'

let removeHooks: (() => void) | undefined

/** Loads a file as Node itself can. The hooks stay for what the author's functions import later. */
export async function loadNatively(file: string, text: string): Promise<unknown> {
  removeHooks ??= addModuleHooks()
  if (!canHook && !importsOnlyKitewright(text)) guardAllOutput()
  // What an imported CommonJS file requires in its turn fails on Node 22, with hooks or with TypeScript around.
  if (isCommonJs(file, text)) return createRequire(file)(file)
  return await import(pathToFileURL(file).href)
}

/** Leaves the field to another loader. */
export function stopLoadingNatively(): void {
  removeHooks?.()
  removeHooks = undefined
}
