import type { CheckOptions } from './check/check-options.ts'
import { check } from './check/check.ts'
import { doubtsAbout } from './check/doubts.ts'
import type { EmitOptions } from './emit/text-rules.ts'
import type { WirePipeline } from './emit/wire-pipeline.ts'
import type { Definition } from './model/definition.ts'
import type { Diagnostic } from './model/diagnostic.ts'
import type { Graph } from './model/graph.ts'
import { resolve } from './resolve/resolve.ts'
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
  const doubts = doubtsAbout(graph, pipeline, options)
  const isSettled = problems.length === 0 && doubts.arrives && doubts.fits && doubts.subjects.length === 0
  if (isSettled) return { graph, wire: pipeline, diagnostics: [] }
  return { graph, wire: pipeline, diagnostics: check({ graph, pipeline, problems }, doubts, options) }
}
