import { isPlainObject } from '@kitewright/schema'
import { maximumValues, tooLarge } from '../model/own-copy.ts'
import { stepBrandOf } from '../model/step-brand.ts'

/** How a message calls a value that is not what was expected. */
export function describe(value: unknown): string {
  if (value === null) return 'null'
  if (value === tooLarge) return `more than ${maximumValues.toLocaleString('en')} values`
  if (Array.isArray(value)) return 'a list'
  if (value instanceof Promise) return 'a promise (is an await missing?)'
  if (typeof value === 'string')
    return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`
  if (stepBrandOf(value)) return 'a step'
  if (typeof value === 'object') return isPlainObject(value) ? 'a plain object' : 'an object that is not plain'
  if (typeof value === 'function') return 'a function (is a call missing?)'
  return value === undefined ? 'nothing' : `the ${typeof value} ${String(value)}`
}
