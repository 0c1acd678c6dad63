import type { Code, Entry, ListItem, Program } from './code.ts'

type Change = (code: Code) => Code | undefined

/** A copy in which some parts are others. What `change` returns undefined for is looked into. */
export function rewriteCode(code: Code, change: Change): Code {
  const changed = change(code)
  if (changed !== undefined) return changed
  const inner = (part: Code): Code => rewriteCode(part, change)
  switch (code.form) {
    case 'literal':
    case 'name':
      return code
    case 'as':
      return { ...code, code: inner(code.code) }
    case 'list':
      return { ...code, items: code.items.map((item): ListItem => ({ ...item, code: inner(item.code) })) }
    case 'object':
      return { ...code, entries: code.entries.map((entry) => rewriteEntry(entry, inner)) }
    case 'call':
      return { ...code, args: code.args.map(inner) }
    case 'script':
    case 'template':
      return { ...code, parts: code.parts.map((part) => (typeof part === 'string' ? part : inner(part))) }
    case 'function':
      return { ...code, body: inner(code.body) }
    case 'apply':
      return { ...code, values: code.values.map(inner) }
    case 'loop': {
      const rows = code.rows.map((row) => ({ ...row, values: row.values.map(inner) }))
      return { ...code, rows, body: inner(code.body) }
    }
  }
}

function rewriteEntry(entry: Entry, inner: (code: Code) => Code): Entry {
  return 'spread' in entry ? { ...entry, spread: inner(entry.spread) } : { ...entry, value: inner(entry.value) }
}

/** The same for all of a program. */
export function rewriteProgram(program: Program, change: Change): Program {
  return {
    ...program,
    statements: program.statements.map((statement) => ({ ...statement, code: rewriteCode(statement.code, change) })),
    pipeline: rewriteCode(program.pipeline, change),
  }
}

/** Looks at every part of a program's code, the outer before the inner. */
export function visitProgram(program: Program, visit: (code: Code) => void): void {
  rewriteProgram(program, (code) => {
    visit(code)
    return undefined
  })
}
