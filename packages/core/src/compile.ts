import { check } from './check/check.ts'
import type { CheckOptions } from './check/check-options.ts'
import { outlineOf } from './check/outline.ts'
import type { EmitOptions } from './emit/text-rules.ts'
import type { Definition } from './model/definition.ts'
import type { Diagnostic } from './model/diagnostic.ts'
import type { Graph } from './model/graph.ts'
import { resolve } from './resolve/resolve.ts'
import type { WirePipeline } from './emit/wire-pipeline.ts'
import { wire } from './wire/wire.ts'

/** A definition on its way: its graph, what is sent, and everything that is wrong with it. */
export interface Compilation {
  readonly graph: Graph
  readonly wire: WirePipeline
  readonly diagnostics: readonly Diagnostic[]
}

/** How a pipeline is going to be written, and what is asked of it beside what is always asked. */
export interface CompileOptions extends EmitOptions, CheckOptions {}

/**
 * definition → graph → (diagnostics | wire). Print or send the wire only where no diagnostic is an error.
 *
 * @param options Whether the agent interpolates, else what fills it in; and which optional rules are on.
 * @returns A promise, since the rules that a pipeline needs are loaded for it.
 */
export async function compile(definition: Definition, options: CompileOptions = {}): Promise<Compilation> {
  const { graph, problems } = resolve(definition)
  const pipeline = wire(graph)
  const outline = outlineOf(graph, pipeline)
  // What has an outline arrives as it is.
  const unsendable = outline ? [] : await unsendableParts(graph, pipeline, options)
  // Rules walk through every value: not through one that has no end.
  const found = isEndless(unsendable) ? [] : await check(graph, outline, options)
  const diagnostics = onePerPlace([...problems, ...found], unsendable)
  return { graph, wire: pipeline, diagnostics: diagnostics.length < 2 ? diagnostics : await sorted(diagnostics) }
}

async function unsendableParts(
  graph: Graph,
  pipeline: WirePipeline,
  options: EmitOptions,
): Promise<readonly Diagnostic[]> {
  const { unsendableDiagnostics } = await import('./check/unsendable-diagnostics.ts')
  return unsendableDiagnostics(graph, pipeline, options)
}

function isEndless(unsendable: readonly Diagnostic[]): boolean {
  return unsendable.some(({ code }) => code === 'KW4006')
}

/** What cannot arrive because it is wrong in another way is one mistake. */
function onePerPlace(found: readonly Diagnostic[], unsendable: readonly Diagnostic[]): readonly Diagnostic[] {
  if (unsendable.length === 0) return found
  const taken = new Set(found.map(({ path }) => path.join('\0')))
  return [...found, ...unsendable.filter(({ path }) => !taken.has(path.join('\0')))]
}

async function sorted(diagnostics: readonly Diagnostic[]): Promise<readonly Diagnostic[]> {
  const { sortDiagnostics } = await import('./check/sort-diagnostics.ts')
  return sortDiagnostics(diagnostics)
}
