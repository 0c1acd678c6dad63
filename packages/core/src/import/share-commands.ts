import type { Code, Program, Statement } from './code.ts'
import { literal } from './code.ts'
import { rewriteCode, visitProgram } from './rewrite-code.ts'

/** What many commands begin with is worth a const from so many characters on, and so many commands. */
const shortest = 30
const fewest = 4

/** Consts in one module that a reader keeps apart. */
const mostConsts = 4

/** Makes consts of what many commands begin with. */
export function shareCommands(program: Program): Program {
  const texts = commandsIn(program)
  const found: Statement[] = []
  for (let left: readonly string[] = texts; found.length < mostConsts;) {
    const beginning = bestBeginning(left)
    if (beginning === undefined) break
    found.push({ name: `command ${found.length}`, texts: [], noun: 'run', code: literal(beginning) })
    left = left.filter((text) => splitAt(text, beginning) === undefined)
  }
  if (found.length === 0) return program
  const beginnings = found.map(textOf)
  const statements = found.map((one) => ({ ...one, texts: commandTexts(textOf(one), beginnings) }))
  const changed = (code: Code): Code => inTexts(code, (text) => withNames(text, found))
  const others = program.statements.map((statement) => ({ ...statement, code: changed(statement.code) }))
  return { ...program, statements: [...statements, ...others], pipeline: changed(program.pipeline) }
}

const textOf = ({ code }: Statement): string => (code.form === 'literal' ? String(code.value) : '')

/** The texts of commands, in steps, functions and what these are given. */
function commandsIn(program: Program): readonly string[] {
  const texts: string[] = []
  const gather = (value: Code): void => {
    inTexts(value, (text) => {
      texts.push(text)
      return [text]
    })
  }
  visitProgram(program, (code) => {
    if (code.form === 'object')
      for (const entry of code.entries) if ('key' in entry && entry.key === 'command') gather(entry.value)
    if (code.form === 'apply')
      code.values.forEach((value, index) => {
        const parameter = code.parameters[index]
        if (parameter?.texts.at(-1) === 'command') gather(value)
      })
  })
  return texts
}

/** A copy with other texts of one line. What the agent fills in stays as it is. */
function inTexts(code: Code, change: (text: string) => readonly (string | Code)[]): Code {
  return rewriteCode(code, (part) => {
    if (part.form === 'call' && part.callee === 'interpolated') return part
    if (part.form === 'template') {
      return { ...part, parts: part.parts.flatMap((one) => (typeof one === 'string' ? change(one) : [one])) }
    }
    if (part.form !== 'literal' || typeof part.value !== 'string') return undefined
    const parts = change(part.value)
    const [only] = parts
    if (parts.length > 1) return { form: 'template', parts }
    return typeof only === 'object' ? only : part
  })
}

/** A text with a const in it, wherever what it holds stands as words of its own. */
function withNames(text: string, found: readonly Statement[]): readonly (string | Code)[] {
  for (const statement of found) {
    const around = splitAt(text, textOf(statement))
    if (around !== undefined)
      return [around[0], { form: 'name', name: statement.name } as const, around[1]].filter((part) => part !== '')
  }
  return [text]
}

function splitAt(text: string, part: string): readonly [string, string] | undefined {
  const at = text.indexOf(part)
  const [before, after] = [text.slice(0, at), text.slice(at + part.length)]
  return at !== -1 && /(?:^|\s)$/.test(before) && /^(?:\s|$)/.test(after) ? [before, after] : undefined
}

/** The words at the beginning of texts that take most of them. Returns undefined if a const is not worth it. */
function bestBeginning(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const beginning of texts.flatMap(beginningsOf)) counts.set(beginning, (counts.get(beginning) ?? 0) + 1)
  const worth = [...counts].filter(([text, count]) => count >= fewest && text.length >= shortest)
  return worth.toSorted((a, b) => weight(b) - weight(a))[0]?.[0]
}

const weight = ([text, count]: readonly [string, number]): number => (count - 1) * text.length

/** A text's beginnings that end with a word, with every quote closed. */
const beginningsOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?<=\S)(?=\s|$)/g)].map(({ index }) => text.slice(0, index)).filter(isBeginning)

const isBeginning = (text: string): boolean =>
  /^\S+ /.test(text) && !/\n| -\w$/.test(text) && ["'", '"', '`'].every((quote) => text.split(quote).length % 2 === 1)

/** The texts that a command's beginning can be named after: its program; of several, what one has that the others have not. */
function commandTexts(text: string, all: readonly string[]): readonly string[] {
  const program = programOf(text)
  const alike = all.filter((other) => programOf(other) === program)
  const isShortest = alike.every(({ length }) => length >= text.length)
  const own = text
    .split(/\s+/)
    .filter((word) => alike.every((other) => other === text || !other.split(/\s+/).includes(word)))
  return [...(isShortest ? [program] : []), `${program} ${own.at(-1)?.replace(/=.*/, '') ?? ''}`]
}

/** The program's name, and that of its command. */
function programOf(text: string): string {
  const [first = '', second = ''] = text.split(/\s+/)
  return `${first.replace(/.*\//, '')} ${/^[a-z][\w-]*$/i.test(second) ? second : ''}`
}
