import { isInterpolated } from '../interpolated.ts'
import { isPlainObject } from '../plain-map.ts'

/** What a value is, in an author's words. */
export function wordFor(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (isInterpolated(value)) return 'filled in by the agent'
  if (Array.isArray(value)) return 'a list'
  switch (typeof value) {
    case 'string':
      return value.length <= 40 ? `the text ${JSON.stringify(value)}` : 'text'
    case 'number':
    case 'boolean':
      return String(value)
    case 'object':
      return isPlainObject(value) ? 'an object' : `a ${value.constructor.name}`
    default:
      return `a ${typeof value}`
  }
}

/** Words joined as in a sentence: `a, b or c`. */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
