import type { ListItem, Program, Statement } from './code.ts'
import { functionLevels } from './likeness.ts'
import { withStatements } from './place-statements.ts'
import { planFunctions } from './plan-functions.ts'
import { attributesOf, keyedSteps, rewriteStepLists } from './step-lists.ts'
import type { StepPlace } from './step-lists.ts'

/** Writes steps that differ in a few words as calls of functions that make them, where that is much shorter. */
export function findFunctions(program: Program): Program {
  const steps = keyedSteps(program)
  const places: StepPlace[] = []
  let lists = 0
  rewriteStepLists(program, (items, indent) => {
    const list = lists++
    places.push(...items.map((item, position) => ({ item, written: steps.written(item), list, position, indent })))
    return items
  })
  const alike = places.filter(({ written }) => isStep(written))
  const calls = new Map<ListItem['code'], ListItem>()
  const functions: Statement[] = []
  for (const { made, places: taken } of planFunctions(alike, functionLevels, program.statements)) {
    if (made === undefined) continue
    functions.push(made.statement)
    taken.forEach(({ item }, index) => calls.set(item.code, made.calls[index] ?? item))
  }
  const changed = rewriteStepLists(program, (items) => items.map((item) => calls.get(item.code) ?? item))
  const taken = places.map(({ item }) => item).filter(({ code }) => calls.has(code))
  return steps.leaveOut(withStatements(changed, functions), taken)
}

const isStep = ({ code }: ListItem): boolean =>
  code.form === 'call' && code.callee !== 'group' && code.callee !== 'wait' && attributesOf(code) !== undefined
