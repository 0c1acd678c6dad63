import type { Code, ListItem, Program, Statement } from './code.ts'
import { callLevels, stepLevels } from './likeness.ts'
import type { Level } from './likeness.ts'
import { makeFunction } from './make-function.ts'
import { makeShorthand } from './make-shorthand.ts'
import { withStatements } from './place-statements.ts'
import { planFunctions } from './plan-functions.ts'
import type { Make } from './plan-functions.ts'
import { attributesOf, keyedSteps, rewriteStepLists } from './step-lists.ts'
import type { StepPlace } from './step-lists.ts'

/** Writes steps that differ in a few words as calls of functions that make them, where that is much shorter. */
export function findFunctions(program: Program): Program {
  return withFunctions(program, isStep, stepLevels, (places, mark) => makeFunction(places, `step ${mark}`))
}

/** The same for calls of these functions that have more in common. */
export function findShorthands(program: Program): Program {
  const isCall = ({ form }: Code): boolean => form === 'apply'
  return withFunctions(program, isCall, callLevels, (places, mark) => makeShorthand(places, `call ${mark}`))
}

const isStep = (code: Code): boolean =>
  code.form === 'call' && code.callee !== 'group' && code.callee !== 'wait' && attributesOf(code) !== undefined

function withFunctions(
  program: Program,
  isMeant: (code: Code) => boolean,
  levels: readonly Level[],
  make: Make,
): Program {
  const steps = keyedSteps(program)
  const places: StepPlace[] = []
  let lists = 0
  rewriteStepLists(program, (items, indent) => {
    const list = lists++
    places.push(...items.map((item, position) => ({ item, written: steps.written(item), list, position, indent })))
    return items
  })
  const meant = places.filter(({ written }) => isMeant(written.code))
  const calls = new Map<Code, ListItem>()
  const functions: Statement[] = []
  for (const { made, places: taken } of planFunctions(meant, levels, make)) {
    if (made === undefined) continue
    functions.push(made.statement)
    taken.forEach(({ item }, index) => calls.set(item.code, made.calls[index] ?? item))
  }
  const changed = rewriteStepLists(program, (items) => items.map((item) => calls.get(item.code) ?? item))
  const taken = places.map(({ item }) => item).filter(({ code }) => calls.has(code))
  return steps.leaveOut(withStatements(changed, functions), taken)
}
