import type { CheckOptions } from './check/check-options.ts'
import { check } from './check/check.ts'
import { draft } from './draft.ts'
import type { EmitOptions } from './emit/text-rules.ts'
import type { WirePipeline } from './emit/wire-pipeline.ts'
import type { Definition } from './model/definition.ts'
import type { Diagnostic } from './model/diagnostic.ts'
import type { Graph } from './model/graph.ts'
import { readShell } from './shell/shell-text.ts'

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
  const drafted = draft(definition)
  const { graph, wire } = drafted
  return { graph, wire, diagnostics: check(drafted, { readShell, ...options }) }
}
