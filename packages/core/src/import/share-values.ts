import type { Code, Entry, Program, Statement } from './code.ts'
import { linesOf } from './print-code.ts'
import { rewriteCode, rewriteProgram } from './rewrite-code.ts'

/** A value that is longer, as JSON, is not compared at a glance. */
const glance = 120

/** A value, the attribute in which it stands, and how often. */
interface Use {
  readonly value: Code
  readonly attribute: string
  count: number
}

/** Makes consts of values that several steps give to an attribute, and of plugins that several steps use. */
export function shareValues(program: Program): Program {
  const uses = new Map<string, Use>()
  rewriteValues(program, (value, attribute) => {
    const use = uses.get(JSON.stringify(value)) ?? { value, attribute, count: 0 }
    uses.set(JSON.stringify(value), { ...use, count: use.count + 1 })
    return value
  })
  const shared = new Map<string, Statement>()
  const changed = rewriteValues(program, (value, attribute) => {
    const key = JSON.stringify(value)
    const { count } = uses.get(key) ?? { count: 0 }
    if (!isWorth(value, count)) return value
    const code: Code = value.form === 'call' ? value : { form: 'as', code: value, type: 'const' }
    const statement = { name: `shared ${shared.size}`, texts: textsOf(value, attribute), noun: 'shared', code }
    shared.set(key, shared.get(key) ?? statement)
    return { form: 'name', name: shared.get(key)?.name ?? statement.name }
  })
  return { ...changed, statements: [...shared.values(), ...changed.statements] }
}

/** A copy with other values in the attributes of steps. Plugins in a list are asked about where the list is not changed. */
function rewriteValues(program: Program, change: (value: Code, attribute: string) => Code): Program {
  const inEntry = (entry: Entry): Entry => {
    if (!('key' in entry) || ['steps', 'depends_on', 'raw', 'fields'].includes(entry.key)) return entry
    const value = isFixed(entry.value) ? change(entry.value, entry.key) : entry.value
    if (entry.key !== 'plugins' || value.form !== 'list') return { ...entry, value }
    const items = value.items.map((item) =>
      isFixed(item.code) ? { ...item, code: change(item.code, entry.key) } : item,
    )
    return { ...entry, value: { ...value, items } }
  }
  const inCall = (code: Code): Code | undefined => {
    if (code.form !== 'call' || ['plugin', 'interpolated', 'externalStep'].includes(code.callee)) return undefined
    const args = code.args.map((arg) => (arg.form === 'object' ? { ...arg, entries: arg.entries.map(inEntry) } : arg))
    // Steps of groups are steps as well.
    return { ...code, args: args.map((arg) => (arg.form === 'object' ? rewriteCode(arg, inCall) : arg)) }
  }
  return rewriteProgram(program, inCall)
}

/** Whether a value is more than a word, and the same wherever it stands. */
function isFixed(code: Code): boolean {
  let isSame = code.form === 'object' || code.form === 'list' || (code.form === 'call' && code.args.length > 1)
  rewriteCode(code, (part) => {
    isSame &&= !['name', 'template', 'as'].includes(part.form)
    return undefined
  })
  return isSame
}

function isWorth(value: Code, count: number): boolean {
  const lines = linesOf([{ code: value }])
  return lines === 1 ? count > 2 && JSON.stringify(value).length > glance : count * (lines - 1) > lines + 2
}

/** The attribute's name, or the plugin's; then with what the value says before it. */
function textsOf(value: Code, attribute: string): readonly string[] {
  const said: string[] = []
  rewriteCode(value, (part) => {
    if (part.form === 'literal' && typeof part.value === 'string') said.push(part.value)
    return undefined
  })
  const noun = value.form === 'call' ? (said[0] ?? '').replace(/#.*/, '').replace(/.*\//, '') : attribute
  return [noun, ...said.slice(value.form === 'call' ? 1 : 0).map((text) => `${text} ${noun}`)]
}
