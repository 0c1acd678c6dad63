import { fieldOrder } from '@kitewright/schema'
import { validatePipeline, validateStep } from '@kitewright/schema/validate'
import type { Constructor } from './planned-step.ts'

const typed = { spelling: 'typed' } as const

/** Whether an author's attribute can hold a value; otherwise it stands in `raw`. */
export function fitsAttribute(owner: Constructor | 'pipeline', name: string, value: unknown): boolean {
  // Spellings that are only read are not offered to authors.
  if (!fieldOrder[owner].includes(name)) return false
  const attributes = { [name]: value }
  const problems = owner === 'pipeline' ? validatePipeline(attributes, typed) : validateStep(owner, attributes, typed)
  // Other attributes that are missing are no fault of this one.
  return problems.every(({ kind, path }) => kind === 'missing' && path.length === 0)
}
