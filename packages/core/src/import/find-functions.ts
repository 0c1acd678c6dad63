import type { Call, Code, ListItem, MakeStep, Program, Statement } from './code.ts'
import { literal } from './code.ts'
import { commonCode } from './common-code.ts'
import { functionTexts } from './function-texts.ts'
import { linesOf } from './print-code.ts'
import { visitProgram } from './rewrite-code.ts'
import { type Likeness, likenesses } from './likeness.ts'
import { keyedSteps, rewriteStepLists } from './step-lists.ts'

/** Parameters that a reader keeps apart. */
const mostParameters = 4

/** What the function and its calls may take of the lines of the steps that they stand for. */
const worthwhile = 0.7

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
  for (const alike of likenesses.flatMap((likeness) => grouped(places, likeness))) {
    const left = alike.filter(({ item }) => !calls.has(item.code))
    const made = left.length < 3 || isRow(left) ? undefined : functionFor(left, `function ${functions.length}`)
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

/** A function that makes the steps, and its calls. Returns undefined if that is not much shorter. */
function functionFor(
  places: readonly Place[],
  mark: string,
): { readonly statement: Statement; readonly calls: readonly Call[] } | undefined {
  const items = places.map(({ written }) => written)
  const same = commonCode(
    items.map(({ code }) => code),
    mark,
  )
  if (same === undefined || same.found.length === 0 || same.found.length > mostParameters) return undefined
  const types = same.found.map(({ values }) => typeOf(values))
  if (types.includes(undefined)) return undefined
  const parameters = same.found.map(({ variable }) => variable)
  const code: MakeStep = {
    form: 'function',
    parameters,
    types: types.filter((type) => type !== undefined),
    body: same.body,
  }
  const calls = items.map((_, index): Call => ({
    form: 'apply',
    name: mark,
    parameters,
    values: same.found.map(({ values }) => values[index] ?? literal(null)),
  }))
  const lines = linesOf([{ code }, ...calls.map((call) => ({ code: call }))])
  if (lines > linesOf(items) * worthwhile) return undefined
  return { statement: { name: mark, texts: functionTexts(same.body), noun: 'step', code }, calls }
}

/** The type of a parameter with these values. Returns undefined if that is no plain type. */
function typeOf(values: readonly Code[]): string | undefined {
  const types = new Set(
    values.map((value) => (value.form === 'literal' && value.value !== null ? typeof value.value : '')),
  )
  return types.has('') ? undefined : [...types].toSorted().join(' | ')
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
