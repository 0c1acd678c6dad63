import type { Code, ListItem, Program, Statement } from './code.ts'
import type { Level } from './likeness.ts'
import { withStatements } from './place-statements.ts'
import { planFunctions } from './plan-functions.ts'
import { makerOf } from './step-parts.ts'
import { keyedSteps, rewriteStepLists } from './step-lists.ts'
import type { StepPlace } from './step-lists.ts'

/**
 * Writes steps that differ in a few words as calls of functions that make them, where that is much shorter.
 *
 * @param round Functions of a later round call those of an earlier one.
 * @returns The program itself if there are none.
 */
export function findFunctions(program: Program, levels: readonly Level[], round: number): Program {
  const steps = keyedSteps(program)
  const places: StepPlace[] = []
  let lists = 0
  rewriteStepLists(program, (items, indent) => {
    const list = lists++
    places.push(...items.map((item, position) => ({ item, written: steps.written(item), list, position, indent })))
    return items
  })
  const meant = places.filter(({ written: { code } }) => makerOf(code) !== undefined)
  const calls = new Map<Code, ListItem>()
  const functions: Statement[] = []
  for (const { made, places: taken } of planFunctions(meant, levels, 'abc'[round - 1] ?? '')) {
    if (made === undefined) continue
    functions.push(made.statement)
    taken.forEach(({ item }, index) => calls.set(item.code, made.calls[index] ?? item))
  }
  if (functions.length === 0) return program
  const changed = rewriteStepLists(program, (items) => items.map((item) => calls.get(item.code) ?? item))
  const taken = places.map(({ item }) => item).filter(({ code }) => calls.has(code))
  return steps.leaveOut(withStatements(changed, functions), taken)
}
