import type { Files } from '../world/world.ts'
import { parseSource, type Source } from './parse-source.ts'

/** Opens a TypeScript or JavaScript file. Returns undefined if it cannot be read. */
export type OpenSource = (file: string) => Source | undefined

/** Reads and parses each file once, however many diagnostics speak of it. */
export function openSources({ readText }: Pick<Files, 'readText'>): OpenSource {
  const sources = new Map<string, Source | undefined>()
  return (file) => {
    if (!sources.has(file)) sources.set(file, read(file, readText))
    return sources.get(file)
  }
}

function read(file: string, readText: Files['readText']): Source | undefined {
  try {
    // Editors and Node leave the byte order mark out of the first line's columns.
    const text = readText(file)?.replace(/^\uFEFF/, '')
    return text === undefined ? undefined : parseSource(file, text)
  } catch {
    return undefined
  }
}
