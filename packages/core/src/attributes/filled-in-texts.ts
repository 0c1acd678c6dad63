import { interpolatedText, type Span } from '@kitewright/schema'
import type { Expression } from '../agent/interpolation/expression.ts'
import { parseExpression } from '../agent/interpolation/parse-expression.ts'
import type { Graph } from '../model/graph.ts'
import { oncePerGraph } from './once-per-graph.ts'
import { expressions, type PlacedValue } from './places.ts'

/** A text that the agent fills in at upload, before a job or its shell is there. */
export interface FilledIn extends Pick<PlacedValue, 'node' | 'path' | 'target'> {
  /** The text as its author wrote it. */
  readonly text: string
  /** The names of the variables in it, in its order. */
  readonly names: readonly string[]
}

/** The texts and names of a pipeline that the agent fills in (docs/spec/upload.md §4.1). */
export const filledIn: (graph: Graph) => readonly FilledIn[] = oncePerGraph((graph) =>
  expressions(graph).map(({ value, ...place }) => {
    const text = value[interpolatedText]
    return { ...place, text, names: variableNames(text) }
  }),
)

/** The variables that the agent fills in where a text is interpolated. None where it cannot be read. */
export function variableNames(text: string): readonly string[] {
  const parsed = parseExpression(text)
  return 'kind' in parsed ? [] : [...namesIn(parsed)]
}

function* namesIn(expression: Expression): Iterable<string> {
  for (const part of expression) {
    if (typeof part === 'string') continue
    yield part.name
    if ('word' in part) yield* namesIn(part.word)
  }
}

/** Where a text first has a variable that is not left to the shell by a `$` or a backslash before it. */
export function variableSpan(name: string, text: string): Span | undefined {
  const found = new RegExp(String.raw`(?<![$\\])(?:\$\$)*(\$\{?${name}\b\}?)`).exec(text)
  const [all = '', variable = ''] = found ?? []
  return found ? { start: found.index + all.length - variable.length, end: found.index + all.length } : undefined
}
