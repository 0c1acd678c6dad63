import { readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload, type SourceMapping } from 'node:module'

const BUILT = /(file:\/\/\S+\.js):(\d+):(\d+)/g

/**
 * A stack with the places in the repository's sources instead of those in the built files. A place without a source map
 * beside it, or of bundled code that is not ours, stays as it is.
 */
export function sourceStack(stack: string): string {
  return stack.replace(BUILT, (built: string, file: string, line: string, column: string) => {
    const { originalSource, originalLine = 0, originalColumn = 0 } = entryAt(file, Number(line) - 1, Number(column) - 1)
    return originalSource === undefined ? built : `${originalSource}:${originalLine + 1}:${originalColumn + 1}`
  })
}

function entryAt(file: string, line: number, column: number): Partial<SourceMapping> {
  try {
    const map = JSON.parse(readFileSync(new URL(`${file}.map`), 'utf8')) as SourceMapPayload
    return new SourceMap(map).findEntry(line, column)
  } catch {
    return {}
  }
}
