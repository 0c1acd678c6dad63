import {
  type BuildContext,
  type Compilation,
  type CompileOptions,
  type Definition,
  draft,
  evaluatePipeline,
  isSettled,
  type Pipeline,
  pipelineMarkOf,
} from '@kitewright/core'
import { supervise } from '../load/supervise.ts'
import type { LocatedDiagnostic, Location } from '../report/located.ts'
import { sourceLocation } from '../report/source-location.ts'
import { loadDiagnostic } from './load-diagnostic.ts'
import { loadPipeline } from './load-pipeline.ts'

/** What a pipeline's file comes to for one build. */
export interface CompiledFile {
  /** Absent where the file gave no pipeline. */
  readonly compilation?: Compilation | undefined
  readonly diagnostics: readonly LocatedDiagnostic[]
}

/** load → define → compile, with every diagnostic at the author's line. Nothing is thrown for a fault of the author. */
export async function compileFile(
  file: string,
  context: BuildContext,
  options: CompileOptions = {},
): Promise<CompiledFile> {
  const { pipeline, diagnostics } = await loadPipeline(file)
  if (pipeline === undefined) return { diagnostics }
  const defined = await define(pipeline, context, file)
  if ('code' in defined) return { diagnostics: [defined] }
  try {
    const compilation = await compileDefinition(defined, options)
    return { compilation, diagnostics: await located(compilation) }
  } catch (error) {
    const thrown = await thrownByAuthor(error, file)
    if (thrown === undefined) throw error
    return { diagnostics: [thrown] }
  }
}

/** Core's `compile`, which takes everything with it: here the checks are loaded only where a glance leaves something open. */
async function compileDefinition(definition: Definition, options: CompileOptions): Promise<Compilation> {
  const drafted = draft(definition)
  const { graph, wire } = drafted
  if (isSettled(drafted, options)) return { graph, wire, diagnostics: [] }
  const { check } = await import('@kitewright/core/check')
  return { graph, wire, diagnostics: check(drafted, options) }
}

/** What an author's getter throws while its value is read is the author's; all else thrown here is a fault of ours. */
async function thrownByAuthor(error: unknown, file: string): Promise<LocatedDiagnostic | undefined> {
  const [{ stackFrames }, { isOwnFile }, { explainFailure }] = await Promise.all([
    import('../locate/stack-frames.ts'),
    import('../locate/author-frames.ts'),
    import('../load/explain-failure.ts'),
  ])
  const [innermost] = error instanceof Error ? stackFrames(error.stack ?? '') : []
  return innermost === undefined || isOwnFile(innermost.file) ? undefined : loadDiagnostic(explainFailure(file, error))
}

async function define(
  pipeline: Pipeline,
  context: BuildContext,
  file: string,
): Promise<Definition | LocatedDiagnostic> {
  try {
    const { value, escape } = await supervise(() => evaluatePipeline(pipeline, context))
    if (escape === undefined) return value
    const { explainEscape } = await import('../load/explain-failure.ts')
    return loadDiagnostic(explainEscape(file, escape), await placeOf(pipeline, file))
  } catch (error) {
    const { explainFailure } = await import('../load/explain-failure.ts')
    return loadDiagnostic(explainFailure(file, error), await placeOf(pipeline, file))
  }
}

/** Where `definePipeline` is called. */
async function placeOf(pipeline: Pipeline, file: string): Promise<Location> {
  const { locate } = await import('../locate/locate.ts')
  const stack = pipelineMarkOf(pipeline)?.trace.stack
  return (stack === undefined ? undefined : locate(stack, [])) ?? sourceLocation({ file, line: 1, column: 1 })
}

/** Finding lines means parsing the author's file: loaded only where there is something to say. */
async function located({ diagnostics }: Compilation): Promise<readonly LocatedDiagnostic[]> {
  if (diagnostics.length === 0) return []
  const { locateDiagnostics } = await import('../report/locate-diagnostic.ts')
  return locateDiagnostics(diagnostics)
}
