import { shapes } from '../generated/shapes.ts'

/**
 * The words that the schema knows of an open set, such as `signalReason`: it takes any other text too. None where a
 * definition is no such set.
 */
export function knownWords(definition: string): readonly string[] {
  const { anyOf = [] } = shapes[definition] ?? {}
  return anyOf.flatMap(({ enum: words = [] }) => words).filter((word) => typeof word === 'string')
}
