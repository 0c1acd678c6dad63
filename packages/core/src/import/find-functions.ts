import type { Code, ListItem, Program, Statement } from './code.ts'
import { makeFunction } from './make-function.ts'
import { visitProgram } from './rewrite-code.ts'
import { type Likeness, functionLikenesses } from './likeness.ts'
import { keyedSteps, rewriteStepLists } from './step-lists.ts'

/** A step, its place among all, and the list that it stands in. */
interface Place {
  readonly item: ListItem
  readonly written: ListItem
  readonly list: number
  readonly position: number
}

/**
 * Writes steps in several places that differ in a few words as calls of a function that makes them, where that is much
 * shorter. Those that stand in one row are left for a loop.
 */
export function findFunctions(program: Program): Program {
  const steps = keyedSteps(program)
  const places: Place[] = []
  let lists = 0
  rewriteStepLists(program, (items) => {
    const list = lists++
    places.push(...items.map((item, position) => ({ item, written: steps.written(item), list, position })))
    return items
  })
  const calls = new Map<ListItem['code'], ListItem>()
  const functions: Statement[] = []
  for (const alike of functionLikenesses.flatMap((likeness) => grouped(places, likeness))) {
    const left = alike.filter(({ item }) => !calls.has(item.code))
    const made =
      left.length < 3 || isRow(left)
        ? undefined
        : makeFunction(
            left.map(({ written }) => written),
            `function ${functions.length}`,
          )
    if (made === undefined) continue
    functions.push(made.statement)
    left.forEach(({ item, written }, index) =>
      calls.set(item.code, { code: made.calls[index] ?? item.code, comment: written.comment }),
    )
  }
  const changed = rewriteStepLists(program, (items) => items.map((item) => calls.get(item.code) ?? item))
  const taken = places.map(({ item }) => item).filter(({ code }) => calls.has(code))
  return steps.leaveOut(withFunctions(changed, functions), taken)
}

/** The steps that are alike. */
function grouped(places: readonly Place[], likeness: Likeness): readonly (readonly Place[])[] {
  const groups = new Map<string, Place[]>()
  for (const place of places) {
    const like = likeness(place.written)
    if (like !== undefined) groups.set(like, [...(groups.get(like) ?? []), place])
  }
  return [...groups.values()]
}

/** Whether steps stand one after the other in one list. */
function isRow(places: readonly Place[]): boolean {
  const [first] = places
  return places.every(({ list, position }, index) => list === first?.list && position === first.position + index)
}

/** Each function stands before the first const that calls it. */
function withFunctions(program: Program, functions: readonly Statement[]): Program {
  const statements = functions.reduce((all: readonly Statement[], made) => {
    const first = all.findIndex((statement) => callsFunction(statement.code, made.name))
    return all.toSpliced(first === -1 ? all.length : first, 0, made)
  }, program.statements)
  return { ...program, statements }
}

function callsFunction(code: Code, name: string): boolean {
  let found = false
  visitProgram({ statements: [], pipeline: code, isComputed: false }, (part) => {
    found ||= part.form === 'apply' && part.name === name
  })
  return found
}
