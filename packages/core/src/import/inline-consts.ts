import type { Code, Entry, ListItem, Program, Statement } from './code.ts'
import { rewriteCode, visitProgram } from './rewrite-code.ts'

/**
 * Writes a step where it runs, as a reader of the YAML knows it, unless another step names it; and a value where it is
 * used, if that is one place. What nothing uses goes.
 */
export function inlineConsts(program: Program): Program {
  const uses = countUses(program)
  const inlined = new Map<string, Statement>()
  const kept = program.statements.filter((statement) => {
    const { total, pinned } = uses.get(statement.name) ?? { total: 0, pinned: 0 }
    const goes =
      (total === 0 && pinned === 0) ||
      (total === 1 && (pinned === 0 || isSet(statement)) && (isStep(statement) || statement.comment === undefined))
    if (goes) inlined.set(statement.name, statement)
    return !goes
  })
  if (inlined.size === 0) return program
  const written = (code: Code): Code =>
    rewriteCode(code, (part) => {
      if (part.form === 'list') return { ...part, items: part.items.map((item) => writtenItem(item, inlined, written)) }
      if (part.form === 'object' && part.entries.some((entry) => isSpreadOf(entry, inlined)))
        return written({ ...part, entries: part.entries.flatMap((entry) => spreadEntries(entry, inlined)) })
      const statement = part.form === 'name' ? inlined.get(part.name) : undefined
      return statement === undefined ? undefined : written(bare(statement.code))
    })
  return inlineConsts({
    ...program,
    statements: kept.map((statement) => ({ ...statement, code: written(statement.code) })),
    pipeline: written(program.pipeline),
  })
}

const isStep = ({ noun }: Statement): boolean => noun === 'step'

/** Attributes that stand together in steps, none of which says one of them itself. */
const isSet = ({ noun }: Statement): boolean => noun === 'defaults'

const isSpreadOf = (entry: Entry, inlined: ReadonlyMap<string, Statement>): boolean =>
  'spread' in entry && entry.spread.form === 'name' && inlined.has(entry.spread.name)

function spreadEntries(entry: Entry, inlined: ReadonlyMap<string, Statement>): readonly Entry[] {
  const statement = 'spread' in entry && entry.spread.form === 'name' ? inlined.get(entry.spread.name) : undefined
  const code = statement && bare(statement.code)
  return code?.form === 'object' ? code.entries : [entry]
}

function writtenItem(item: ListItem, inlined: ReadonlyMap<string, Statement>, written: (code: Code) => Code): ListItem {
  const statement = item.code.form === 'name' ? inlined.get(item.code.name) : undefined
  if (statement === undefined) return { ...item, code: written(item.code) }
  return { code: written(bare(statement.code)), comment: statement.comment ?? item.comment }
}

// What stands in its place needs no `as const`.
const bare = (code: Code): Code => (code.form === 'as' && code.type === 'const' ? code.code : code)

/** How often each const is used, and how often where only a name can stand: in a spread, or as a step depended on. */
function countUses(program: Program): ReadonlyMap<string, { readonly total: number; readonly pinned: number }> {
  const uses = new Map<string, { total: number; pinned: number }>()
  const count = (name: string, field: 'total' | 'pinned'): void => {
    const use = uses.get(name) ?? { total: 0, pinned: 0 }
    uses.set(name, { ...use, [field]: use[field] + 1 })
  }
  visitProgram(program, (code) => {
    if (code.form === 'name') count(code.name, 'total')
    if (code.form === 'apply') count(code.name, 'pinned')
    if (code.form !== 'object') return
    for (const name of code.entries.flatMap(pinnedNames)) count(name, 'pinned')
  })
  return uses
}

function pinnedNames(entry: Entry): readonly string[] {
  const code = 'spread' in entry ? entry.spread : 'key' in entry && entry.key === 'depends_on' ? entry.value : undefined
  const names: string[] = []
  if (code !== undefined) {
    rewriteCode(code, (part) => {
      if (part.form === 'name') names.push(part.name)
      return undefined
    })
  }
  return names
}
