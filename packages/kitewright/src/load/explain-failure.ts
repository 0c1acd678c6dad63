import { authorFrames } from '../locate/author-frames.ts'
import { type OpenSource, openSources } from '../locate/open-sources.ts'
import type { Position } from '../locate/place.ts'
import { importedSources } from '../locate/source-imports.ts'
import { sourcePlace } from '../locate/source-place.ts'
import type { Files } from '../world/world.ts'
import { explainImport } from './explain-import.ts'
import type { LoadProblem } from './load-problem.ts'
import { type ReadError, readError, shownThrown } from './read-error.ts'
import type { Failure } from './supervise.ts'

/** Says why a file gave no value. */
export function explainFailure(file: string, failure: Failure, files: Files): LoadProblem {
  if (failure.kind === 'unsettled') {
    return { kind: 'unsettled', message: 'the file waits for a promise that never settles' }
  }
  const error = readError(failure.error)
  if (error === undefined) return { kind: 'thrown', message: `the file threw ${shownThrown(failure.error)}` }
  if (failure.kind === 'ended') {
    return { kind: 'ended', message: `the file ends the process: ${error.message}`, position: frameOf(error) }
  }
  const open = openSources(files)
  return explainImport(file, error, open) ?? explainSyntax(file, error, open) ?? thrown(error)
}

/** Node names no column and, for modules, no file: our own parser finds them; its messages are the same on every Node. */
function explainSyntax(file: string, error: ReadError, open: OpenSource): LoadProblem | undefined {
  if (!error.isSyntax) return undefined
  for (const source of importedSources(file, open)) {
    const [first] = source.errors
    if (first === undefined) continue
    const { length, sourceLine: _, ...position } = sourcePlace(source, first.offset, first.offset + 1)
    return { kind: 'syntax', message: first.message, position, length }
  }
  return explainRefusal(error)
}

/** A syntax that our parser knows and the runtime does not: `path:line` heads Node's stack, `path:line:column` esbuild's. */
function explainRefusal(error: ReadError): LoadProblem | undefined {
  const [, path, line, column] =
    /^(?:file:\/\/)?(\/.+?|[A-Za-z]:.+?):(\d+)(?::(\d+): ERROR: .*)?$/m.exec(error.stack) ?? []
  if (path === undefined) return undefined
  const message = /: ERROR: (.*)/.exec(error.message)?.[1] ?? error.message
  return { kind: 'syntax', message, position: { file: path, line: Number(line), column: Number(column ?? 0) + 1 } }
}

function thrown(error: ReadError): LoadProblem {
  return { kind: 'thrown', message: `${error.name}: ${error.message}`, position: frameOf(error) }
}

/** The innermost place of the author's in an error's stack. */
function frameOf({ stack }: ReadError): Position | undefined {
  const [frame] = authorFrames(stack)
  return frame && { file: frame.file, line: frame.line, column: frame.column }
}
