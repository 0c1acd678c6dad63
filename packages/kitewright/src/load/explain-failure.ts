import { inspect } from 'node:util'
import { authorFrames } from '../locate/author-frames.ts'
import type { Position } from '../locate/position.ts'
import { sourcePlace } from '../locate/source-place.ts'
import { explainImport } from './explain-import.ts'
import type { LoadProblem } from './load-problem.ts'
import { importedSources } from './source-imports.ts'
import type { Escape } from './supervise.ts'

/** Says what is wrong with a file that threw, or could not be read, while it was loaded. */
export function explainFailure(file: string, error: unknown): LoadProblem {
  return explainImport(file, error) ?? (isSyntaxError(error) ? explainSyntax(file, error) : undefined) ?? thrown(error)
}

/** Says how a file kept from giving its pipeline without throwing where it was called. */
export function explainEscape(file: string, escape: Escape): LoadProblem {
  if (escape.kind === 'uncaught') return explainFailure(file, escape.error)
  if (escape.kind === 'unsettled')
    return { kind: 'unsettled', message: 'the file waits for a promise that never settles' }
  return {
    kind: 'ended',
    message: `the file ends the process: ${escape.error.message}`,
    position: frameOf(escape.error),
  }
}

/** Whether the runtime, or esbuild inside tsx, could not read a file; or the author's own code threw a SyntaxError. */
function isSyntaxError(error: unknown): error is Error {
  return error instanceof Error && (error instanceof SyntaxError || error.name === 'TransformError')
}

/** Node names no column and, for modules, no file: our own parser finds them; its messages are the same on every Node. */
function explainSyntax(file: string, error: Error): LoadProblem | undefined {
  for (const source of importedSources(file)) {
    const [first] = source.errors
    if (first === undefined) continue
    const { length, sourceLine: _, ...position } = sourcePlace(source, first.offset, first.offset + 1)
    return { kind: 'syntax', message: first.message, position, length }
  }
  return explainRefusal(error)
}

/** A syntax that our parser knows and the runtime does not: `path:line` heads Node's stack, `path:line:column` esbuild's. */
function explainRefusal(error: Error): LoadProblem | undefined {
  const [, path, line, column] =
    /^(?:file:\/\/)?(\/.+?|[A-Za-z]:.+?):(\d+)(?::(\d+): ERROR: .*)?$/m.exec(error.stack ?? '') ?? []
  if (path === undefined) return undefined
  const message = /: ERROR: (.*)/.exec(error.message)?.[1] ?? error.message
  return { kind: 'syntax', message, position: { file: path, line: Number(line), column: Number(column ?? 0) + 1 } }
}

function thrown(error: unknown): LoadProblem {
  if (!(error instanceof Error)) return { kind: 'thrown', message: `the file threw ${inspect(error)}`, error }
  return { kind: 'thrown', message: `${error.name}: ${error.message}`, position: frameOf(error), error }
}

/** The innermost place of the author's in an error's stack. */
function frameOf({ stack }: Error): Position | undefined {
  const [frame] = authorFrames(stack ?? '')
  return frame && { file: frame.file, line: frame.line, column: frame.column }
}
