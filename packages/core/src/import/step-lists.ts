import type { Code, Entry, ListItem, Program, Statement } from './code.ts'
import { rewriteCode, rewriteProgram, visitProgram } from './rewrite-code.ts'

/** A step where it stands. */
export interface StepPlace {
  readonly item: ListItem
  /** The step itself, where the item is a const's name. */
  readonly written: ListItem
  /** The list, its place in the list, and the blanks before it. */
  readonly list: number
  readonly position: number
  readonly indent: number
}

/** A copy of a program with other items in each list of steps: the pipeline's own, and those of groups in it. */
export function rewriteStepLists(
  program: Program,
  change: (items: readonly ListItem[], indent: number) => readonly ListItem[],
): Program {
  const inList = (code: Code, indent: number): Code =>
    code.form === 'list'
      ? { ...code, items: change(code.items, indent).map((item) => ({ ...item, code: inside(item.code, indent) })) }
      : inside(code, indent)
  const inside = (code: Code, indent: number): Code =>
    rewriteCode(code, (part) => {
      if (part.form === 'apply' && part.values.at(-1)?.form === 'list')
        return { ...part, values: part.values.map((value) => inList(value, indent + 2)) }
      if (part.form !== 'object' || !part.entries.some(isSteps)) return undefined
      const entries = part.entries.map((entry): Entry =>
        isSteps(entry) ? { ...entry, value: inList(entry.value, indent + 4) } : entry,
      )
      return { ...part, entries }
    })
  const statements = program.statements.map((statement) => ({ ...statement, code: inside(statement.code, 0) }))
  const indent = program.pipeline.form === 'list' ? 2 : 0
  return { ...program, statements, pipeline: inList(program.pipeline, indent) }
}

const isSteps = (entry: Entry): entry is Extract<Entry, { key: string }> => 'key' in entry && entry.key === 'steps'

/** Consts that need not be consts: steps with a key that no other step spreads. */
export interface KeyedSteps {
  /** An item with the step itself in it where a const's name stands. */
  readonly written: (item: ListItem) => ListItem
  /** A program in which those that are written elsewhere now are no consts: who depends on one names its key. */
  readonly leaveOut: (program: Program, items: readonly ListItem[]) => Program
}

/** Finds them. */
export function keyedSteps(program: Program): KeyedSteps {
  const spread = new Set<string>()
  visitProgram(program, (code) => {
    if (code.form !== 'object') return
    for (const entry of code.entries) {
      if ('spread' in entry && entry.spread.form === 'name') spread.add(entry.spread.name)
    }
  })
  const isFree = ({ name, code }: Statement): boolean => !spread.has(name) && keyOf(code) !== undefined
  const steps = new Map(program.statements.filter(isFree).map((statement) => [statement.name, statement]))
  const stepOf = ({ code }: ListItem): Statement | undefined =>
    code.form === 'name' ? steps.get(code.name) : undefined
  return {
    written(item) {
      const step = stepOf(item)
      return step === undefined ? item : { code: step.code, comment: step.comment }
    },
    leaveOut(changed, items) {
      const left = new Map(items.flatMap((item) => stepOf(item) ?? []).map(({ name, code }) => [name, keyOf(code)]))
      const kept = { ...changed, statements: changed.statements.filter(({ name }) => !left.has(name)) }
      return rewriteProgram(kept, (code) => (code.form === 'name' ? left.get(code.name) : undefined))
    },
  }
}

function keyOf(code: Code): Code | undefined {
  const key = attributesOf(code)?.find((entry) => 'key' in entry && entry.key === 'key')
  return key !== undefined && 'value' in key && key.value.form === 'literal' ? key.value : undefined
}

/** The attributes of a step that is one call. */
export function attributesOf(code: Code): readonly Entry[] | undefined {
  const [attributes] = code.form === 'call' ? code.args : []
  return attributes?.form === 'object' ? attributes.entries : undefined
}
