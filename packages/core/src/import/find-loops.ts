import type { Code, ListItem, Loop, Program } from './code.ts'
import { literal } from './code.ts'
import { commonCode } from './common-code.ts'
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
      found.push(...(loop === undefined ? taken : [{ code: loop }]))
      if (loop !== undefined) looped.push(...taken)
      start += taken.length
    }
    return found
  })
  return steps.leaveOut(changed, looped)
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
  const like = first && likeness(first)
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
  const rows = items.map(({ comment }, index) => ({
    values: same.found.map(({ values }) => values[index] ?? literal(null)),
    comment,
  }))
  const loop: Loop = { form: 'loop', parameters: same.found.map(({ variable }) => variable), rows, body: same.body }
  return linesOf([{ code: loop }]) <= linesOf(items) * worthwhile ? loop : undefined
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
