import { resolve } from 'node:path'
import type { Outside } from '../world/world.ts'

/** Files that are known, or known to be unknown; without it, git is asked. */
export type ChangedFiles = readonly string[] | 'unknown'

/** Reads what `--print-context` wrote, or tells what is wrong with the file. */
export function readContextFile(
  path: string,
  world: Pick<Outside, 'cwd' | 'readText'>,
): { readonly env: Readonly<Record<string, string>>; readonly changed: ChangedFiles } | { readonly problem: string } {
  const text = world.readText(resolve(world.cwd, path))
  if (text === undefined) return { problem: `--context: there is no file ${path}` }
  const context = parseContext(text.replace(/^\uFEFF/, ''))
  if (context === undefined) return { problem: `--context: ${path} is not JSON` }
  const { env, changedFiles = 'unknown' } = context
  if (!isMapOfText(env)) return { problem: `--context: ${path} is not a context: "env" must be a map of texts` }
  if (changedFiles === 'unknown' || isListOfText(changedFiles)) return { env, changed: changedFiles }
  return { problem: `--context: ${path} is not a context: "changedFiles" must be a list of texts` }
}

/** Returns undefined if the text is not JSON; what is not an object has no members. */
function parseContext(text: string): { readonly env?: unknown; readonly changedFiles?: unknown } | undefined {
  try {
    return (JSON.parse(text) ?? {}) as object
  } catch {
    return undefined
  }
}

/** Whether a value that was read is a map of text. */
export function isMapOfText(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isListOfText(Object.values(value))
}

/** Whether a value that was read is a list of text. */
export function isListOfText(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
