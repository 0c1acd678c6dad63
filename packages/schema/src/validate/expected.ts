import { shapes } from '../generated/shapes.ts'
import type { Shape } from './shape.ts'
import { either } from './word.ts'

const typeWords: { readonly [type: string]: string } = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'a boolean',
  null: 'null',
  array: 'a list',
  object: 'an object',
}

/** The shape that a reference names, or the shape itself. */
export function follow(shape: Shape): Shape {
  return shape.ref === undefined ? shape : follow(shapes[shape.ref]!)
}

/** What a shape accepts, in words; forms that are only understood in YAML are not named. */
export function expectedWords(shape: Shape): string {
  return either([...new Set(wordsOf(shape))])
}

function wordsOf(reference: Shape): readonly string[] {
  const shape = follow(reference)
  if (reference.yamlOnly || shape.yamlOnly || shape.marker) return []
  if (shape.step) return ['a step']
  if (shape.anyOf !== undefined) return withoutWordsOfText(shape.anyOf).flatMap(wordsOf)
  if (shape.enum !== undefined) return shape.enum.map((word) => (typeof word === 'string' ? `"${word}"` : String(word)))
  if (shape.type === 'array' && shape.items !== undefined) return [listOf(shape.items)]
  return [shape.type ?? []].flat().map((type) => typeWords[type]!)
}

/** Where any text is accepted, the words offered with it say nothing more. */
function withoutWordsOfText(branches: readonly Shape[]): readonly Shape[] {
  const takesText = branches.some((branch) => follow(branch).type === 'string')
  return takesText
    ? branches.filter((branch) => follow(branch).enum?.every((word) => typeof word === 'string') !== true)
    : branches
}

function listOf(items: Shape): string {
  const words = new Set(wordsOf(items))
  const plural: { readonly [word: string]: string } = {
    text: 'texts',
    'a whole number': 'whole numbers',
    'an object': 'objects',
    'a step': 'steps',
  }
  const [only] = words
  return words.size === 1 && only !== undefined && plural[only] !== undefined ? `a list of ${plural[only]}` : 'a list'
}
