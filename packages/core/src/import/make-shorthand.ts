import type { Call, ListItem, MakeStep } from './code.ts'
import { literal } from './code.ts'
import { commonCode } from './common-code.ts'
import { plainType } from './differences.ts'
import type { MadeFunction } from './make-function.ts'
import { madeFunction } from './make-function.ts'
import type { StepPlace } from './step-lists.ts'

/** Parameters that are worth a function which only calls another. */
const mostParameters = 4

/** A function of what differs among calls of a function. Returns undefined if that is not much shorter. */
export function makeShorthand(places: readonly StepPlace[], mark: string): MadeFunction | undefined {
  const calls = places.flatMap(({ written: { code } }) => (code.form === 'apply' ? code : []))
  const same = calls.length < places.length ? undefined : commonCode(calls, mark)
  if (same === undefined || same.found.length === 0 || same.found.length > mostParameters) return undefined
  const types = same.found.map(plainType)
  if (types.includes(undefined)) return undefined
  const parameters = same.found.map(({ variable }, index) => ({ ...variable, type: types[index] ?? '' }))
  const code: MakeStep = { form: 'function', parameters, body: same.body }
  const shorter = places.map(({ written: { comment } }, index): ListItem => {
    const values = same.found.map((difference) => difference.values[index] ?? literal(null))
    return { code: { form: 'apply', name: mark, parameters, values } satisfies Call, comment }
  })
  return madeFunction(mark, code, shorter, places)
}
