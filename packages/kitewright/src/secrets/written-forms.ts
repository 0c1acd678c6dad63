/** Shorter values are too common to be looked for, in bytes (the agent does not either, docs/spec/upload.md §6). */
export const shortestSecret = 6

/** A part of a value counts by itself from here on: shorter ones may be ordinary words. */
const shortestPart = 12

/** What a character of a secret is written as, or a run of equal ones that escapes may merge. */
export interface Unit {
  /** An expression; a letter or digit is itself. */
  readonly pattern: string
  /** Whether it may be written with this character first. */
  readonly begins: (first: string) => boolean
}

/** A form of a secret, as what is written one after the other. */
export type WrittenForm = readonly Unit[]

/**
 * The forms of a secret, itself first: what matches it however an author, the agent or we write it, plain, with escapes of
 * JSON, YAML, JavaScript, Markdown and of `$`, broken into lines or indented; and the parts of it that a parser may quote
 * alone.
 *
 * @param known Parts that other secrets have given, to which those of this one are added.
 */
export function writtenForms(secret: string, known: Set<string> = new Set()): readonly [WrittenForm, ...WrittenForm[]] {
  const own = [...new Set(partsOf(secret))].filter((part) => !known.has(part))
  for (const part of own) known.add(part)
  return [unitsOf(secret.trim()), ...own.map(unitsOf)]
}

/** Its lines, and what no syntax would part if it does not look like a word. */
function partsOf(secret: string): readonly string[] {
  const lines = secret.split(/[\r\n]+/).map((line) => line.trim())
  // It may have been found in a source, with its line ends as `\\n`.
  const tokens = (secret.replace(/\\+[nrt]/g, ' ').match(/[A-Za-z0-9]+/g) ?? [])
    .map((token) => token.replace(/^\d+/, ''))
    .filter((token) => /\d/.test(token))
  const parts = [...lines, ...tokens].filter((part) => part !== secret.trim())
  return parts.filter((part) => Buffer.byteLength(part) >= shortestPart)
}

function unitsOf(text: string): WrittenForm {
  const runs = text.match(/[\s\u0085]+|\\+|([^\s\u0085A-Za-z0-9\\])\1*|[^]/gu) ?? []
  return runs.flatMap((run, index) => {
    if (/^[\s\u0085]/.test(run)) return space
    if (run.startsWith('\\')) return backslashes(run.length, runs[index + 1]?.startsWith('$') === true)
    if (/^[A-Za-z0-9]/.test(run)) return letter(run)
    if (!/^[!-~]/.test(run)) return [...run].map(coded)
    return mark(run, index > 0 && !runs[index - 1]?.startsWith('\\'))
  })
}

/** Most of a secret: each is made once. */
function letter(character: string): Unit {
  const known = letters.get(character)
  if (known !== undefined) return known
  const unit = { pattern: character, begins: (first: string) => first === character }
  letters.set(character, unit)
  return unit
}

const letters = new Map<string, Unit>()

/** White space of any length, since YAML folds and indents it, and where code joins the parts of a text. */
const space: Unit = {
  begins: (first) => /[\s\u0085\\'"`]/.test(first),
  pattern:
    '(?:\\\\*[\\s\\u0085]|\\\\+(?:[nrtvfNLP_]|x(?:0[9a-dA-D]|20|85|[aA]0)|u(?:00(?:0[9a-dA-D]|20|85|[aA]0)|202[89]|[fF][eE][fF][fF]))|[\'"`]\\s*\\+\\s*[\'"`])+',
}

/** Backslashes, one of which stands in an expression where an odd number of them comes before a literal `$`. */
function backslashes(count: number, isBeforeDollar: boolean): Unit {
  const plain = `\\\\{${count},}`
  const isPlain = !isBeforeDollar || count % 2 === 0
  const pattern = isPlain ? plain : `(?:${plain}|\\\\{${count - 1},}\\$\\{KITEWRIGHT_BACKSLASH:-\\\\+\\})`
  return { pattern, begins: (first) => first === '\\' || first === '$' }
}

/** Punctuation, which may have escapes before it, except where those would be taken from a secret's own backslashes. */
function mark(run: string, isEscapable: boolean): Unit {
  const [sign = ''] = run
  const plain = `\\x${hex(sign, 2)}`
  const escaped = `(?:\\\\*${plain}|\\\\+(?:u00|x)${anyCase(hex(sign, 2))})`
  // YAML doubles single quotes, and the agent fills in `$$` as `$`.
  const more = /['$]/.test(sign)
  const rest = more ? `(?:${escaped})*` : `${escaped}{${run.length - 1}}`
  return { pattern: (isEscapable ? escaped : plain) + rest, begins: (first) => first === sign || first === '\\' }
}

/** A character that may be written by its number. */
function coded(character: string): Unit {
  const units = character.split('')
  const ways = [
    units.map((unit) => `\\u${hex(unit, 4)}`).join(''),
    units.map((unit) => `\\\\+u${anyCase(hex(unit, 4))}`).join(''),
    `\\\\+(?:u\\{|U|x)0*${anyCase((character.codePointAt(0) ?? 0).toString(16))}\\}?`,
  ]
  return { pattern: `(?:${ways.join('|')})`, begins: (first) => first === units[0] || first === '\\' }
}

function hex(unit: string, digits: number): string {
  return unit.charCodeAt(0).toString(16).padStart(digits, '0')
}

function anyCase(digits: string): string {
  return digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
}
