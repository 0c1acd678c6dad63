import { inspect } from 'node:util'
import { authorFrames } from '../locate/author-frames.ts'
import { type OpenSource, openSources } from '../locate/open-sources.ts'
import type { Position } from '../locate/place.ts'
import { importedSources } from '../locate/source-imports.ts'
import { sourcePlace } from '../locate/source-place.ts'
import type { Files } from '../world/world.ts'
import { explainImport } from './explain-import.ts'
import type { LoadProblem } from './load-problem.ts'
import type { Failure } from './supervise.ts'

/** Says why a file gave no value. */
export function explainFailure(file: string, failure: Failure, files: Files): LoadProblem {
  if (failure.kind === 'unsettled') {
    return { kind: 'unsettled', message: 'the file waits for a promise that never settles' }
  }
  const { kind, error } = failure
  if (kind === 'ended') {
    return { kind, message: `the file ends the process: ${error.message}`, position: frameOf(error) }
  }
  const open = openSources(files)
  return explainImport(file, error, open) ?? explainSyntax(file, error, open) ?? thrown(error)
}

/** Whether the runtime, or what tsx or vitest read files with, could not; or the author's own code threw a SyntaxError. */
function isSyntaxError(error: unknown): error is Error {
  return error instanceof Error && (error instanceof SyntaxError || error.message.startsWith('Transform failed'))
}

/** Node names no column and, for modules, no file: our own parser finds them; its messages are the same on every Node. */
function explainSyntax(file: string, error: unknown, open: OpenSource): LoadProblem | undefined {
  if (!isSyntaxError(error)) return undefined
  for (const source of importedSources(file, open)) {
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
  if (!(error instanceof Error)) return { kind: 'thrown', message: `the file threw ${inspect(error)}` }
  return { kind: 'thrown', message: `${error.name}: ${error.message}`, position: frameOf(error) }
}

/** The innermost place of the author's in an error's stack. */
function frameOf({ stack }: Error): Position | undefined {
  const [frame] = authorFrames(stack ?? '')
  return frame && { file: frame.file, line: frame.line, column: frame.column }
}
