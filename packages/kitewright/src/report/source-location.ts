import { readFileSync } from 'node:fs'
import type { Position } from '../locate/position.ts'
import type { Location } from './located.ts'

/** A position with the text of its line, where the file can be read. */
export function sourceLocation(position: Position, length = 1): Location {
  return { ...position, length, sourceLine: readLine(position) }
}

function readLine({ file, line }: Position): string | undefined {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)[line - 1]
  } catch {
    return undefined
  }
}
