import { interpolatedText, isInterpolated, type Path } from '@kitewright/schema'
import type { Graph, Node } from '../model/graph.ts'
import { oncePerGraph } from './once-per-graph.ts'
import { asListOfAny } from './read-value.ts'

/** One text of a step's `command`, which may have several lines. */
export interface CommandLine {
  readonly node: Node
  readonly path: Path
  /** As its author wrote it. */
  readonly text: string
  /** Whether the agent fills in its variables before a shell reads it. */
  readonly isInterpolated: boolean
}

/** What the steps of a pipeline give to a shell (docs/spec/pipeline.md §5.1). */
export const commandLines: (graph: Graph) => readonly CommandLine[] = oncePerGraph(({ nodes }) =>
  nodes.flatMap((node) => [...linesOf(node)]),
)

/** The texts of one step. */
export function* linesOf(node: Node): Iterable<CommandLine> {
  const { command, commands = command } = node.attributes
  const name = command === undefined ? 'commands' : 'command'
  for (const [index, line] of asListOfAny(commands).entries()) {
    const path = [name, ...(Array.isArray(commands) ? [index] : [])]
    if (isInterpolated(line)) yield { node, path, text: line[interpolatedText], isInterpolated: true }
    else if (typeof line === 'string') yield { node, path, text: line, isInterpolated: false }
  }
}
