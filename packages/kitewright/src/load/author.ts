import type { Files } from '../world/world.ts'
import { defaultExport } from './default-export.ts'
import { loadModule } from './load-module.ts'
import type { LoadProblem } from './load-problem.ts'
import { type Failure, supervise } from './supervise.ts'

export { holdProcess } from './hold-process.ts'
export { inFolder } from './in-folder.ts'
export type { LoadProblem } from './load-problem.ts'
export type { SealedProcess } from './sealed.ts'
export type { PlainSource } from './sealed/source-maps.ts'

/** What an author's code gave, or why it gave nothing. */
export type Authored<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: LoadProblem }

/**
 * Loads an author's file (.ts, .mts, .cts, .js, .mjs, .cjs; a module or CommonJS, whatever the nearest package.json
 * says) and gives its default export as it stands: a function is not called. Nothing is thrown: a fault of the file is
 * a problem with its place. Node remembers what it loaded, so a fresh load wants a fresh process.
 *
 *     const loaded = await loadAuthored('/srv/.buildkite/pipeline.ts', world)
 *     if (loaded.ok) evaluate(loaded.value)
 *
 * @param load In which way; the quickest unless given.
 */
export async function loadAuthored(path: string, files: Files, load = loadModule): Promise<Authored<unknown>> {
  const file = files.realPath(path) ?? path
  const { value: exported, failure } = await supervise(async () => defaultExport(await load(file)))
  if (failure !== undefined) return explain(file, failure, files)
  if (exported !== undefined) return { ok: true, value: exported.value }
  const message = 'the file has no default export'
  return { ok: false, problem: { kind: 'no-default-export', message, position: { file, line: 1, column: 1 } } }
}

/** Calls a function of an author's file. */
export async function callAuthored<T>(file: string, call: () => T | Promise<T>, files: Files): Promise<Authored<T>> {
  const { value, failure } = await supervise(call)
  return failure === undefined ? { ok: true, value: value as T } : explain(file, failure, files)
}

/** Explains an error that may come from an author's getter. Returns undefined if it comes from our own code. */
export async function explainThrown(file: string, error: unknown, files: Files): Promise<LoadProblem | undefined> {
  const [{ stackFrames }, { isOwnFile }, { readError }] = await Promise.all([
    import('../locate/stack-frames.ts'),
    import('../locate/author-frames.ts'),
    import('./read-error.ts'),
  ])
  const [innermost] = stackFrames(readError(error)?.stack ?? '')
  if (innermost === undefined || isOwnFile(innermost.file)) return undefined
  return (await explain(file, { kind: 'thrown', error }, files)).problem
}

/** What explains is loaded only for a file that failed. */
async function explain(file: string, failure: Failure, files: Files): Promise<Extract<Authored<never>, { ok: false }>> {
  const { explainFailure } = await import('./explain-failure.ts')
  return { ok: false, problem: explainFailure(file, failure, files) }
}
