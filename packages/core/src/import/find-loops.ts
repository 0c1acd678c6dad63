import type { Code, Entry, ListItem, Loop, Program, Statement } from './code.ts'
import { literal } from './code.ts'
import { commonCode } from './common-code.ts'
import { isSameCode } from './differences.ts'
import { printItem } from './print-code.ts'
import { rewriteCode, rewriteProgram } from './rewrite-code.ts'

/** Variables that a reader keeps apart. */
const mostVariables = 5

/** What a loop may take of the lines of the steps that it stands for. */
const worthwhile = 0.75

/**
 * Writes steps that stand one after the other and differ in a few values as a loop over these values, where that is
 * clearly shorter. A step in a loop is no const any more: those that depend on it name its key.
 */
export function findLoops(program: Program): Program {
  const steps = keyedSteps(program)
  const keys = new Map<string, Code>()
  let tried = 0
  const mark = (): string => `variable ${tried++}`
  const inList = (code: Code): Code =>
    code.form === 'list'
      ? {
          ...code,
          items: loopsAmong(code.items, steps, keys, mark).map((item) => ({ ...item, code: inside(item.code) })),
        }
      : inside(code)
  const inside = (code: Code): Code =>
    rewriteCode(code, (part) => {
      if (part.form !== 'object' || !part.entries.some(isSteps)) return undefined
      const entries = part.entries.map((entry): Entry =>
        isSteps(entry) ? { ...entry, value: inList(entry.value) } : entry,
      )
      return { ...part, entries }
    })
  const statements = program.statements.map((statement) => ({ ...statement, code: inside(statement.code) }))
  const looped = { ...program, statements, pipeline: inList(program.pipeline) }
  const kept = { ...looped, statements: looped.statements.filter(({ name }) => !keys.has(name)) }
  return rewriteProgram(kept, (code) => (code.form === 'name' ? keys.get(code.name) : undefined))
}

const isSteps = (entry: Entry): entry is Extract<Entry, { key: string }> => 'key' in entry && entry.key === 'steps'

/** The consts that are steps with a key, and are not spread in others. */
function keyedSteps(program: Program): ReadonlyMap<string, Statement> {
  const spread = new Set<string>()
  rewriteProgram(program, (code) => {
    if (code.form !== 'object') return undefined
    for (const entry of code.entries)
      if ('spread' in entry && entry.spread.form === 'name') spread.add(entry.spread.name)
    return undefined
  })
  const found = program.statements.filter(({ name, code }) => !spread.has(name) && keyOf(code) !== undefined)
  return new Map(found.map((statement) => [statement.name, statement]))
}

function keyOf(code: Code): Code | undefined {
  const [attributes] = code.form === 'call' ? code.args : []
  if (attributes?.form !== 'object') return undefined
  const key = attributes.entries.find((entry) => 'key' in entry && entry.key === 'key')
  return key !== undefined && 'value' in key && key.value.form === 'literal' ? key.value : undefined
}

/** A list's items, runs of which are loops. */
function loopsAmong(
  items: readonly ListItem[],
  steps: ReadonlyMap<string, Statement>,
  keys: Map<string, Code>,
  mark: () => string,
): readonly ListItem[] {
  const written = items.map((item) => {
    const step = item.code.form === 'name' ? steps.get(item.code.name) : undefined
    return step === undefined ? item : { code: step.code, comment: step.comment }
  })
  const found: ListItem[] = []
  for (let start = 0; start < items.length;) {
    const run = runFrom(written, start)
    const loop = run.length > 1 ? loopOf(run, mark()) : undefined
    const end = loop === undefined ? start + 1 : start + run.length
    for (const { code } of loop === undefined ? [] : items.slice(start, end)) {
      const key = code.form === 'name' ? keyOf(steps.get(code.name)?.code ?? literal(null)) : undefined
      if (code.form === 'name' && key !== undefined) keys.set(code.name, key)
    }
    found.push(...(loop === undefined ? items.slice(start, end) : [{ code: loop }]))
    start = end
  }
  return found
}

/** The items from one on that have the same attributes. */
function runFrom(items: readonly ListItem[], start: number): readonly ListItem[] {
  const first = attributesOf(items[start])
  const others = first === undefined ? [] : items.slice(start)
  const end = others.findIndex((item) => !isSameCode(attributesOf(item), first))
  return others.slice(0, end === -1 ? undefined : end)
}

function attributesOf(item: ListItem | undefined): unknown {
  if (item?.code.form !== 'call') return undefined
  const [attributes] = item.code.args
  if (attributes?.form !== 'object') return undefined
  return [
    item.code.callee,
    attributes.entries.map((entry) => ('key' in entry ? entry.key : JSON.stringify(entry))).toSorted(),
  ]
}

/** Several steps as a loop. Returns undefined if that is not clearly shorter. */
function loopOf(items: readonly ListItem[], mark: string): Loop | undefined {
  const same = commonCode(
    items.map(({ code }) => code),
    mark,
  )
  if (same === undefined || same.found.length === 0 || same.found.length > mostVariables) return undefined
  const rows = items.map(({ comment }, index) => ({
    values: same.found.map(({ values }) => values[index] ?? literal(null)),
    comment,
  }))
  const loop: Loop = { form: 'loop', variables: same.found.map(({ variable }) => variable), rows, body: same.body }
  const before = items.reduce((sum, item) => sum + linesOf(item), 0)
  return linesOf({ code: loop }) <= before * worthwhile ? loop : undefined
}

const linesOf = (item: ListItem): number => printItem(item, 4).length
