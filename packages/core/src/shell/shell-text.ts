import { type Command, forEachChild, parse, type SyntaxNode, type Word } from 'unbash'

/** A variable, or what a command prints, where a shell puts it into a text. */
export interface Expansion {
  /** The variable's name; undefined for `$(command)`. */
  readonly name: string | undefined
  /** The text as it is written. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** Whether the shell leaves it in one piece: between double quotes, or where it never splits. */
  readonly isQuoted: boolean
  /** Whether what comes out is read as a program once more: by `eval`, `sh -c` or `ssh`. */
  readonly isCode: boolean
  /** Whether it becomes a part of steps that `buildkite-agent pipeline upload` reads. */
  readonly isUploaded: boolean
  /** Whether it is split on purpose, into what a loop goes through. */
  readonly isList: boolean
}

/** What audits ask of a text for a shell. */
export interface ShellText {
  readonly expansions: readonly Expansion[]
  /** Each simple command: its words, as far as they are literal, in source order. */
  readonly commands: readonly ShellCommand[]
  readonly assignments: readonly ShellAssignment[]
}

/** `NAME=value`, with where the value stands, without quotes around all of it. */
export interface ShellAssignment {
  readonly name: string
  readonly value: { readonly start: number; readonly end: number }
}

/** One simple command. */
export interface ShellCommand {
  readonly words: readonly string[]
  readonly start: number
  readonly end: number
  /** The words of the command that its output goes to, by `|`, `<(…)` of that command, or `sh -c "$(…)"`. */
  readonly feeds: readonly string[] | undefined
}

interface Surrounding {
  readonly isQuoted: boolean
  readonly isCode: boolean
  readonly isUploaded: boolean
  readonly isList: boolean
  readonly feeds: readonly string[] | undefined
}

/** How deep constructs are looked into. */
const deepest = 500

/** Reads a text as a shell does: what is expanded where. What cannot be read, or is nested too deep, is left out. */
export function readShell(text: string): ShellText {
  const expansions: Expansion[] = []
  const commands: ShellCommand[] = []
  const assignments: ShellAssignment[] = []
  let depth = 0
  const script = parsed(text)
  if (script) visit(script, { isQuoted: false, isCode: false, isUploaded: false, isList: false, feeds: undefined })
  return { expansions, commands, assignments }

  function visit(node: SyntaxNode, around: Surrounding): void {
    if (depth === deepest) return
    depth++
    look(node, around)
    depth--
  }

  function look(node: SyntaxNode, around: Surrounding): void {
    if (node.type === 'Command') return visitCommand(node, around)
    if (node.type === 'Pipeline') {
      for (const [index, command] of node.commands.entries()) {
        const next = node.commands[index + 1]
        visit(command, { ...around, feeds: next?.type === 'Command' ? wordsOf(next).map(valueOf) : undefined })
      }
      return
    }
    if (node.type === 'SimpleExpansion' || node.type === 'ParameterExpansion' || node.type === 'CommandExpansion') {
      const { pos: start, end, text: written } = node
      const name = node.type === 'CommandExpansion' ? undefined : nameOf(written)
      const { feeds: _, ...read } = around
      expansions.push({ name, text: written, start, end, ...read })
    }
    if (node.type === 'TestCommand' || node.type === 'ArithmeticCommand') {
      const asked = text.slice(node.pos, node.end)
      commands.push({
        words: [asked.slice(0, 2), asked.slice(2, -2)],
        start: node.pos,
        end: node.end,
        feeds: undefined,
      })
    }
    if (node.type === 'Assignment') assignments.push({ name: node.name, value: withoutQuotes(node.value, text) })
    const isLoop = node.type === 'For' || node.type === 'Select'
    forEachChild(node, (child) =>
      visit(child, { ...inside(node, around), isList: child.type !== 'CompoundList' && (isLoop || around.isList) }),
    )
  }

  function visitCommand(node: Command, around: Surrounding): void {
    const words = wordsOf(node)
    const values = words.map(valueOf)
    const code = codeWords(words)
    const isOfShell = values.some(isShell)
    const printed = readingOf(prints(values) ? [around.feeds ?? []] : [])
    const read = readingOf([values, ...(prints(values) ? [around.feeds ?? []] : [])])
    commands.push({ words: values, start: node.pos, end: node.end, feeds: around.feeds })
    forEachChild(node, (child) => {
      const isDocument = child.type === 'HereDoc' || child.type === 'HereString'
      const isRead = child.type === 'Word' ? printed : isDocument ? read : undefined
      const isCode = around.isCode || code.has(child) || isRead?.asProgram === true
      const isUploaded = around.isUploaded || isRead?.asSteps === true
      const feeds = isCode || isOfShell ? values : undefined
      visit(child, { isQuoted: child.type !== 'Word', isCode, isUploaded, isList: false, feeds })
    })
  }
}

/** Returns undefined for what the parser finds too deep: it calls itself for some words. */
function parsed(text: string): SyntaxNode | undefined {
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Assignments, tests, patterns of `case` and documents are not split into words. */
const unsplit: ReadonlySet<string> = new Set<SyntaxNode['type']>([
  'DoubleQuoted',
  'LocaleString',
  'Assignment',
  'HereDoc',
  'HereString',
  'TestCommand',
  'ArithmeticExpansion',
  'ArithmeticCommand',
  'ParameterExpansion',
])

function inside({ type }: SyntaxNode, around: Surrounding): Surrounding {
  if (type === 'CommandExpansion' || type === 'ProcessSubstitution')
    return { ...around, isQuoted: false, isCode: false }
  return unsplit.has(type) ? { ...around, isQuoted: true } : around
}

function wordsOf({ name, args }: Command): readonly Word[] {
  return [name, ...args].flatMap((word) => (word?.type === 'Word' ? [word] : []))
}

function valueOf({ value }: Word): string {
  return value
}

function nameOf(expansion: string): string {
  return /^\$\{?[!#]?(\w*)/.exec(expansion)?.[1] ?? ''
}

/** Whether a word names a shell. */
export function isShell(word: string): boolean {
  return /^(?:.*\/)?(?:ba|da|z|k|a)?sh$/.test(word)
}

/** Whether a command prints what it is given. */
function prints([name = '']: readonly string[]): boolean {
  return ['echo', 'printf', 'cat'].includes(name)
}

/** What commands make of their input. */
function readingOf(commands: readonly (readonly string[])[]): {
  readonly asProgram: boolean
  readonly asSteps: boolean
} {
  return { asProgram: commands.some(readsProgram), asSteps: commands.some(readsSteps) }
}

/** Whether a command reads steps from its input. */
function readsSteps(words: readonly string[]): boolean {
  return /^buildkite-agent pipeline upload(?: -\S*)*$/.test(words.join(' '))
}

/** Whether a command reads a program from its input: a shell without a file. */
export function readsProgram(words: readonly string[]): boolean {
  const [first = '', ...rest] = words[0] === 'sudo' ? words.slice(1) : words
  return isShell(first) && rest.every((word) => /^-(?:[abd-zA-Z]*$|-)/.test(word))
}

function withoutQuotes(
  { pos, end }: { readonly pos: number; readonly end: number },
  text: string,
): ShellAssignment['value'] {
  const isQuoted = text[pos] === '"' && text[end - 1] === '"'
  return isQuoted ? { start: pos + 1, end: end - 1 } : { start: pos, end }
}

/** The words that a command reads as a program. */
function codeWords(words: readonly Word[]): ReadonlySet<SyntaxNode> {
  const values = words.map(valueOf)
  if (values[0] === 'eval') return new Set(words.slice(1))
  // What stands behind the host; a word that is an option, or its value, is no program.
  if (values[0] === 'ssh') return new Set(words.slice(2))
  const shell = values.findIndex(isShell)
  const flag = shell < 0 ? -1 : values.findIndex((value, index) => index > shell && /^-[a-z]*c$/.test(value))
  return new Set(flag < 0 ? [] : words.slice(flag + 1, flag + 2))
}
