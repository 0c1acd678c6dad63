import {
  type BuildContext,
  type Compilation,
  type Definition,
  draft,
  evaluatePipeline,
  isSettled,
  type Pipeline,
  pipelineBrandOf,
} from '@kitewright/core'
import { callAuthored, explainThrown, inFolder, type LoadProblem } from '../load/author.ts'
import type { Place } from '../locate/place.ts'
import { placeAt } from '../locate/place-at.ts'
import type { LocatedDiagnostic } from '../report/located-diagnostic.ts'
import type { Files } from '../world/world.ts'
import { checkDraft } from './check-draft.ts'
import type { CompiledFile, FileCompilation, FileOptions } from './compiled-file.ts'
import { type Load, loadPipeline } from './load-pipeline.ts'

/** The file of a program, the folder where it runs if that is another than the process's, and how it is loaded. */
export interface Program {
  readonly file: string
  readonly root?: string | undefined
  readonly load?: Load | undefined
}

/** load → define → compile, with the repository's root as the working folder of the author's code, as in a build. */
export async function compileProgram(
  { file, root, load }: Program,
  context: BuildContext,
  files: Files,
  options: FileOptions,
): Promise<CompiledFile> {
  return inFolder(root, () => compileHere({ file, load }, context, files, options))
}

async function compileHere(
  { file, load }: Program,
  context: BuildContext,
  files: Files,
  options: FileOptions,
): Promise<CompiledFile> {
  const { pipeline, diagnostic } = await loadPipeline(file, files, load)
  if (pipeline === undefined) return without(diagnostic)
  const defined = await callAuthored(file, () => evaluatePipeline(pipeline, context), files)
  if (!defined.ok) return withoutPipeline(defined.problem, files, await placeOf(pipeline, file, files))
  // Finding lines means parsing the author's file: loaded only if there is something to say.
  const locate: FileCompilation['locate'] = async (diagnostics) =>
    diagnostics.length === 0 ? [] : (await import('../report/locate-in-source.ts')).locateInSource(diagnostics, files)
  try {
    const compilation = { ...(await compileDefinition(defined.value, options)), locate }
    return { compilations: [compilation], diagnostics: await locate(compilation.diagnostics) }
  } catch (error) {
    // An author's getter may throw while its value is read; all else thrown here is a fault of ours.
    const problem = await explainThrown(file, error, files)
    if (problem === undefined) throw error
    return withoutPipeline(problem, files)
  }
}

/** Core's `compile`, which takes everything with it: here the checks are loaded only where a glance leaves something open. */
async function compileDefinition(definition: Definition, options: FileOptions): Promise<Compilation> {
  const drafted = draft(definition)
  const { graph, wire } = drafted
  if (isSettled(drafted, options)) return { graph, wire, diagnostics: [] }
  return { graph, wire, diagnostics: await checkDraft(drafted, options) }
}

function without(diagnostic: LocatedDiagnostic): CompiledFile {
  return { compilations: [], diagnostics: [diagnostic] }
}

async function withoutPipeline(problem: LoadProblem, files: Files, place?: Place): Promise<CompiledFile> {
  return without((await import('./load-diagnostic.ts')).loadDiagnostic(problem, files, place))
}

/** Where `definePipeline` is called. */
async function placeOf(pipeline: Pipeline, file: string, files: Files): Promise<Place> {
  const [{ locate }, { openSources }] = await Promise.all([
    import('../locate/locate.ts'),
    import('../locate/open-sources.ts'),
  ])
  const stack = pipelineBrandOf(pipeline)?.trace.stack
  const called = stack === undefined ? undefined : locate(stack, [], { open: openSources(files) })
  return called ?? placeAt({ file, line: 1, column: 1 }, files)
}
