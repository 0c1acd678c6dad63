import { check, type CheckOptions } from './check/check.ts'
import { sortDiagnostics } from './check/sort-diagnostics.ts'
import { unsendableDiagnostics } from './check/unsendable-diagnostics.ts'
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
 */
export function compile(definition: Definition, options: CompileOptions = {}): Compilation {
  const { graph, problems } = resolve(definition)
  const pipeline = wire(graph)
  const unsendable = unsendableDiagnostics(graph, pipeline, options)
  // Rules walk through every value: not through one that has no end.
  const found = isEndless(unsendable) ? [] : check(graph, options)
  return { graph, wire: pipeline, diagnostics: sortDiagnostics(onePerPlace([...problems, ...found], unsendable)) }
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
