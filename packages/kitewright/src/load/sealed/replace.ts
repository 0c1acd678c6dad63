import type { Refuse } from './attempts.ts'

/** A function that refuses, also as a class: what only derives from it when it is loaded does no harm. */
export function refusing(what: string, refuse: Refuse): () => never {
  return function sealed() {
    throw refuse(what)
  }
}

/** Puts a value where nobody can put another. Returns false where that is not possible. */
export function put(holder: object, name: PropertyKey, value: unknown): boolean {
  const old = Object.getOwnPropertyDescriptor(holder, name)
  if (old?.configurable === false && old.writable !== true) return false
  const { enumerable = true, configurable = true } = old ?? {}
  return Reflect.defineProperty(holder, name, {
    value,
    writable: false,
    ...(configurable && { enumerable, configurable: false }),
  })
}

/** What stands for a value of a module that is not there: functions refuse, plain data stays, all else is gone. */
export function withheld(value: unknown, what: string, refuse: Refuse): unknown {
  if (typeof value === 'function') return refusing(what, refuse)
  return isPlain(value) ? value : undefined
}

/** Whether a value is data through and through: lists of names, tables of numbers. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  const isBare = prototype === null || prototype === Object.prototype || prototype === Array.prototype
  return isBare && Object.values(Object.getOwnPropertyDescriptors(value)).every((each) => isBareData(each.value))
}

function isBareData(value: unknown): boolean {
  return typeof value !== 'function' && isPlain(value)
}
