import { fileURLToPath } from 'node:url'
import type { Position } from './place.ts'

const FRAME = /^\s*at (?:.*? \()?(?:async )?(\S.*?):(\d+):(\d+)\)?$/

/** The places that a stack names, innermost first; places without a file (`node:…`, `<anonymous>`) are left out. */
export function stackFrames(stack: string): readonly Position[] {
  return stack.split('\n').flatMap((line) => {
    const [, where, row, column] = FRAME.exec(line) ?? []
    const file = where === undefined ? undefined : fileOf(where)
    return file === undefined ? [] : [{ file, line: Number(row), column: Number(column) }]
  })
}

function fileOf(where: string): string | undefined {
  // tsx tells two loads of a file apart by a query.
  const bare = where.replace(/\?[^/\\]*$/, '')
  if (bare.startsWith('file:')) return pathOf(bare)
  return /^(?:\/|[A-Za-z]:[\\/])/.test(bare) ? bare : undefined
}

/** Undefined for a URL that names no file of this machine: a stack may hold any text. */
function pathOf(url: string): string | undefined {
  try {
    return fileURLToPath(url)
  } catch {
    return undefined
  }
}
