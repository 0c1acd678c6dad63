import { pathToFileURL } from 'node:url'
import { addModuleHooks } from './module-hooks.ts'

let removeHooks: (() => void) | undefined

/** Imports a file as Node itself can. The hooks stay for what the author's functions import later. */
export async function importNatively(file: string): Promise<unknown> {
  removeHooks ??= addModuleHooks()
  return await import(pathToFileURL(file).href)
}

/** Leaves the field to another loader. */
export function stopImportingNatively(): void {
  removeHooks?.()
  removeHooks = undefined
}
