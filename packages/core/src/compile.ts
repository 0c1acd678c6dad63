import { check } from './check/check.ts'
import { sortDiagnostics } from './check/sort-diagnostics.ts'
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

/** definition → graph → (diagnostics | wire). Print or send the wire only where no diagnostic is an error. */
export function compile(definition: Definition): Compilation {
  const { graph, problems } = resolve(definition)
  return { graph, wire: wire(graph), diagnostics: sortDiagnostics([...problems, ...check(graph)]) }
}
