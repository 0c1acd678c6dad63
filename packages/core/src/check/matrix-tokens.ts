import { interpolatedMark, isInterpolated } from '@kitewright/schema'
import { asMap, type PlainMap } from './read-value.ts'

/** A `{{matrix.name}}` in a step. */
export interface MatrixToken {
  readonly path: readonly (string | number)[]
  readonly text: string
  /** The dimension; `''` for `{{matrix}}`. */
  readonly name: string
}

/** Where Buildkite fills tokens in (pipeline.md §5.4); elsewhere they are text of another meaning. */
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
const pattern = /\{\{\s*matrix(?:\.([\w.-]+))?\s*\}\}/g

/** Every token of a step where Buildkite fills it in. */
export function* matrixTokens(attributes: PlainMap): Iterable<MatrixToken> {
  for (const name of expanded) yield* inside([name], attributes[name])
}

function* inside(path: readonly (string | number)[], value: unknown): Iterable<MatrixToken> {
  const text = isInterpolated(value) ? value[interpolatedMark] : value
  if (typeof text === 'string') {
    for (const [token, name = ''] of text.matchAll(pattern)) yield { path, text: token, name }
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* inside([...path, index], item)
  } else {
    for (const [name, item] of Object.entries(asMap(value))) {
      yield* inside([...path, name], name)
      yield* inside([...path, name], item)
    }
  }
}
