import type { Code, ListItem, Loop, Program } from './code.ts'
import { literal } from './code.ts'
import { commonCode } from './common-code.ts'
import type { Difference } from './differences.ts'
import { linesOf } from './print-code.ts'
import { type Likeness, loopLikenesses } from './likeness.ts'
import { rewriteCode } from './rewrite-code.ts'
import { keyedSteps, rewriteStepLists } from './step-lists.ts'

/** Variables that a reader keeps apart. */
const mostVariables = 5

/** What a loop may take of the lines of the steps that it stands for. */
const worthwhile = 0.75

/**
 * Writes steps that stand one after the other and differ in a few values as a loop over these values, where that is
 * clearly shorter.
 */
export function findLoops(program: Program): Program {
  const steps = keyedSteps(program)
  const looped: ListItem[] = []
  let tried = 0
  const changed = rewriteStepLists(program, (items) => {
    const written = items.map(steps.written)
    const found: ListItem[] = []
    for (let start = 0; start < items.length;) {
      const loop = loopFrom(written, start, `loop ${tried++}`)
      const taken = items.slice(start, start + (loop?.rows.length ?? 1))
      found.push(...(loop === undefined ? taken : [withComment(loop)]))
      if (loop !== undefined) looped.push(...taken)
      start += taken.length
    }
    return found
  })
  return steps.leaveOut(changed, looped)
}

/** What is said above the first row alone is said above the loop. */
function withComment(loop: Loop): ListItem {
  const [first, ...others] = loop.rows
  if (first === undefined || others.some(({ comment }) => comment !== undefined)) return { code: loop }
  return { code: { ...loop, rows: [{ values: first.values }, ...others] }, comment: first.comment }
}

/** The longest loop over the items from one on. */
function loopFrom(items: readonly ListItem[], start: number, mark: string): Loop | undefined {
  for (const likeness of loopLikenesses) {
    const run = runFrom(items, start, likeness)
    const loop = run.length > 1 ? loopOf(run, mark) : undefined
    if (loop !== undefined) return loop
  }
  return undefined
}

/** The items from one on that are alike. */
function runFrom(items: readonly ListItem[], start: number, likeness: Likeness): readonly ListItem[] {
  const [first, ...others] = items.slice(start)
  const like = first && likeness({ ...first, comment: undefined })
  const end = others.findIndex((item) => likeness(item) !== like)
  return like === undefined ? [] : items.slice(start, end === -1 ? undefined : start + 1 + end)
}

/** Several steps as a loop. Returns undefined if that is not clearly shorter. */
export function loopOf(items: readonly ListItem[], mark: string): Loop | undefined {
  const same = commonCode(
    items.map(({ code }) => code),
    mark,
  )
  if (same === undefined || same.found.length === 0 || same.found.length > mostVariables) return undefined
  if (same.found.some(({ values }) => values.some(holdsCall))) return undefined
  const isPlain = items.slice(1).every(({ comment }) => comment === undefined)
  const found = isPlain ? same.found.map((difference) => asNumbers(difference, same.body)) : same.found
  const rows = items.map(({ comment }, index) => ({
    values: found.map(({ values }) => values[index] ?? literal(null)),
    comment,
  }))
  const loop: Loop = { form: 'loop', parameters: found.map(({ variable }) => variable), rows, body: same.body }
  return linesOf([{ code: loop }]) <= linesOf(items) * worthwhile ? loop : undefined
}

/** Values that are numbers, and stand in longer texts alone, as numbers. */
function asNumbers(difference: Difference, body: Code): Difference {
  const { variable, values } = difference
  const numbers = values.map((value) =>
    value.form === 'literal' && /^(?:0|[1-9]\d{0,8})$/.test(String(value.value)) ? Number(value.value) : undefined,
  )
  if (numbers.includes(undefined) || standsAlone(variable.name, body)) return difference
  return {
    variable: { ...variable, texts: ['index', ...variable.texts] },
    values: numbers.map((number) => literal(number ?? 0)),
  }
}

function standsAlone(name: string, body: Code): boolean {
  let found = false
  rewriteCode(body, (part) => {
    if (part.form === 'template' || part.form === 'script') return part
    found ||= part.form === 'name' && part.name === name
    return undefined
  })
  return found
}

/** Whether code calls a function: the compiler widens the types of what an array holds of that. */
function holdsCall(code: Code): boolean {
  let found = false
  rewriteCode(code, (part) => {
    found ||= part.form === 'call'
    return undefined
  })
  return found
}
