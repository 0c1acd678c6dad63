import type { Code, Entry, Program, Statement } from './code.ts'
import { withStatements } from './place-statements.ts'
import { rewriteCode, rewriteProgram } from './rewrite-code.ts'

/** A text that is shorter is read as fast as a name. */
const shortest = 30

/** Uses from which on a const pays. */
const fewest = 3

/** Makes consts of long texts that several values have under the same name, such as an image. */
export function shareTexts(program: Program): Program {
  const uses = new Map<string, number>()
  rewriteTexts(program, (entry) => {
    const text = JSON.stringify([entry.key, entry.value])
    uses.set(text, (uses.get(text) ?? 0) + 1)
    return entry
  })
  const shared = new Map<string, Statement>()
  const changed = rewriteTexts(program, (entry) => {
    const text = JSON.stringify([entry.key, entry.value])
    if ((uses.get(text) ?? 0) < fewest) return entry
    const known = shared.get(text)
    const statement = known ?? { name: `text ${shared.size}`, texts: [entry.key], noun: 'text', code: entry.value }
    shared.set(text, statement)
    return { ...entry, value: { form: 'name', name: statement.name } }
  })
  return withStatements(changed, [...shared.values()])
}

type Keyed = Extract<Entry, { key: string }>

/** A copy with other long texts inside the values of attributes. */
function rewriteTexts(program: Program, change: (entry: Keyed) => Entry): Program {
  const inValue = (code: Code): Code =>
    rewriteCode(code, (part) => {
      if (part.form !== 'object') return undefined
      return {
        ...part,
        entries: part.entries.map((entry): Entry => {
          if (!('key' in entry)) return entry
          return isLong(entry.value) ? change(entry) : { ...entry, value: inValue(entry.value) }
        }),
      }
    })
  const inStep = (code: Code): Code | undefined => {
    if (code.form !== 'call' || !['command', 'trigger'].includes(code.callee)) return undefined
    const args = code.args.map((arg): Code => {
      if (arg.form !== 'object') return arg
      const entries = arg.entries.map((entry): Entry =>
        'key' in entry && entry.key !== 'raw' ? { ...entry, value: inValue(entry.value) } : entry,
      )
      return { ...arg, entries }
    })
    return { ...code, args }
  }
  return rewriteProgram(program, inStep)
}

const isLong = (code: Code): boolean =>
  code.form === 'literal'
    ? typeof code.value === 'string' && code.value.length >= shortest && !code.value.includes('\n')
    : code.form === 'call' && code.callee === 'interpolated' && code.args.every(isLong)
