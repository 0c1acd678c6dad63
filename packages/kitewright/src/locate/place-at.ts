import type { Files } from '../world/world.ts'
import type { Place, Position } from './place.ts'

/** A position with the text of its line, if the file can be read. */
export function placeAt(position: Position, { readText }: Pick<Files, 'readText'>, length = 1): Place {
  return { ...position, length, sourceLine: readLine(position, readText) }
}

function readLine({ file, line }: Position, readText: Files['readText']): string | undefined {
  try {
    return readText(file)
      ?.replace(/^\uFEFF/, '')
      .split(/\r?\n/)[line - 1]
  } catch {
    return undefined
  }
}
