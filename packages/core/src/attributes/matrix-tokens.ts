import { interpolatedText, isInterpolated, type Path, type PlainMap, type Span } from '@kitewright/schema'
import { asMap } from './read-value.ts'

/** A `{{matrix.name}}` in a step. */
export interface MatrixToken {
  readonly path: Path
  readonly text: string
  /** Where it first stands in its text; absent in the name of an entry. */
  readonly span: Span | undefined
  /** The dimension; `''` for `{{matrix}}`. */
  readonly name: string
}

/** Where Buildkite fills tokens in (docs/spec/pipeline.md §5.4); elsewhere they stay text. */
const expanded = [
  'label',
  'name',
  'command',
  'commands',
  'env',
  'agents',
  'plugins',
  'image',
  'artifact_paths',
  'cache',
]
/** A token, with its dimension. */
export const matrixToken: RegExp = /\{\{\s*matrix(?:\.([\w.-]+))?\s*\}\}/g

/** Every token of a step where Buildkite fills it in, once for each text. */
export function* matrixTokens(attributes: PlainMap): Iterable<MatrixToken> {
  for (const name of expanded) if (mayHold(attributes[name])) yield* inside([name], attributes[name])
}

function* inside(path: Path, value: unknown, isName = false): Iterable<MatrixToken> {
  const text = isInterpolated(value) ? value[interpolatedText] : value
  if (typeof text === 'string') {
    const tokens = new Map(Array.from(text.matchAll(matrixToken), ([token, name = '']) => [token, name]))
    for (const [token, name] of tokens) {
      const start = text.indexOf(token)
      yield { path, text: token, span: isName ? undefined : { start, end: start + token.length }, name }
    }
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) if (mayHold(item)) yield* inside([...path, index], item)
  } else {
    for (const [name, item] of Object.entries(asMap(value))) {
      if (mayHold(name)) yield* inside([...path, name], name, true)
      if (mayHold(item)) yield* inside([...path, name], item)
    }
  }
}

/** Whether a value may hold a token. Most do not, and a quick look is cheaper than a walk through them. */
function mayHold(value: unknown): boolean {
  return typeof value === 'string' ? value.includes('{{') : typeof value === 'object' && value !== null
}
