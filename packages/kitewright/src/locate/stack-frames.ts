import { fileURLToPath } from 'node:url'
import type { Position } from './place.ts'

/** The places that a stack names, innermost first; places without a file (`node:…`, `<anonymous>`) are left out. */
export function stackFrames(stack: string): readonly Position[] {
  return stack.split('\n').flatMap((line) => {
    const [end, row, column] = /:(\d+):(\d+)\)?$/.exec(line) ?? []
    const [start] = /^\s*at /.exec(line) ?? []
    if (start === undefined || end === undefined) return []
    const file = fileOf(placeIn(line.slice(start.length, -end.length)))
    return file === undefined ? [] : [{ file, line: Number(row), column: Number(column) }]
  })
}

/** The file of `f (file:///a.ts` and `async file:///a.ts`. One expression for all would take the square of a long line. */
function placeIn(frame: string): string {
  const bracket = frame.search(/ \(\S/)
  return (bracket === -1 ? frame : frame.slice(bracket + 2)).replace(/^async (?=\S)/, '')
}

function fileOf(where: string): string | undefined {
  // tsx tells two loads of a file apart by a query.
  const query = where.indexOf('?', Math.max(where.lastIndexOf('/'), where.lastIndexOf('\\')) + 1)
  const bare = query === -1 ? where : where.slice(0, query)
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
