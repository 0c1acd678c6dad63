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
}

/** What audits ask of a text for a shell. */
export interface ShellText {
  readonly expansions: readonly Expansion[]
  /** Each simple command: its words, as far as they are literal, in source order. */
  readonly commands: readonly ShellCommand[]
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
  readonly feeds: readonly string[] | undefined
}

/** How deep constructs are looked into. */
const deepest = 500

/** Reads a text as a shell does: what is expanded where. What cannot be read, or is nested too deep, is left out. */
export function readShell(text: string): ShellText {
  const expansions: Expansion[] = []
  const commands: ShellCommand[] = []
  let depth = 0
  const script = parsed(text)
  if (script) visit(script, { isQuoted: false, isCode: false, feeds: undefined })
  return { expansions, commands }

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
      expansions.push({ name, text: written, start, end, isQuoted: around.isQuoted, isCode: around.isCode })
    }
    forEachChild(node, (child) => visit(child, inside(node, around)))
  }

  function visitCommand(node: Command, around: Surrounding): void {
    const words = wordsOf(node)
    const values = words.map(valueOf)
    const code = codeWords(words)
    const isOfShell = values.some(isShell)
    commands.push({ words: values, start: node.pos, end: node.end, feeds: around.feeds })
    forEachChild(node, (child) => {
      const isCode = around.isCode || (child.type === 'Word' && code.has(child))
      const feeds = isCode || isOfShell ? values : undefined
      visit(child, { isQuoted: child.type !== 'Word', isCode, feeds })
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
