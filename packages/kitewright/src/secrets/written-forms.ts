import type { Stretch } from '../world/world.ts'

/** Shorter values are too common to be looked for, in bytes (the agent does not either, docs/spec/upload.md §6). */
export const shortestSecret = 6

/** A part of a value counts by itself from here on: shorter ones may be ordinary words. */
const shortestPart = 12

/** Core names things by their beginning, with `…` behind; no longer one is looked for. */
const longestBeginning = 64

/** A form of a secret. Its expressions are made when they are needed: most never are. */
export interface WrittenForm {
  /** What is in every text that holds it; none if escapes may change all. */
  readonly anchors: readonly Anchor[]
  readonly findIn: (text: string) => readonly Stretch[]
  /** The stretch of a text that has an anchor at a place. */
  readonly findAround: (anchor: Anchor, text: string, index: number) => Stretch | undefined
}

/** Characters that nothing escapes, as many as told, and their place among the units of a form. */
export interface Anchor {
  readonly text: string
  readonly unit: number
}

/** How long an anchor is. */
export const anchorLength = 4

/** The forms of a secret. */
export interface WrittenForms {
  readonly whole: readonly [WrittenForm, ...WrittenForm[]]
  /** Its beginning, where a text is cut by `…`. */
  readonly cut: readonly WrittenForm[]
}

/**
 * What matches a secret in every form in which an author, the agent or we write it: plain, with escapes of JSON, YAML,
 * JavaScript, Markdown and of `$`, broken into lines or indented; and the parts of it that a parser may quote alone.
 *
 * @param known Parts that other secrets have given, to which those of this one are added.
 */
export function writtenForms(secret: string, known: Set<string> = new Set()): WrittenForms {
  const whole = unitsOf(secret.trim())
  const own = [...new Set(partsOf(secret))].filter((part) => !known.has(part))
  const parts = own.map(unitsOf)
  for (const part of own) known.add(part)
  return { whole: [wholeForm(whole), ...parts.map(wholeForm)], cut: [whole, ...parts].map(cutForm) }
}

function wholeForm(units: readonly string[]): WrittenForm {
  return form(units, '')
}

/** The longest beginning first. */
function cutForm(units: readonly string[]): WrittenForm {
  const longest = Math.min(units.length - 1, longestBeginning)
  const least = units.slice(0, shortestSecret)
  if (longest < shortestSecret) return form(least, '(?!)')
  const more = units.slice(shortestSecret, longest)
  return form(least, `${more.map((unit) => `(?:${unit}`).join('')}${')?'.repeat(more.length)}(?=…)`)
}

const anchorPattern = new RegExp(`(?=([A-Za-z0-9]{${anchorLength}}))`, 'g')

/** @param rest What follows the units. */
function form(units: readonly string[], rest: string): WrittenForm {
  const plain = units.slice(0, longestBeginning).map((unit) => (/^[A-Za-z0-9]$/.test(unit) ? unit : ' '))
  let all: RegExp | undefined
  let around: RegExp | undefined
  return {
    anchors: Array.from(plain.join('').matchAll(anchorPattern), ({ 1: text = '', index }) => ({ text, unit: index })),
    findIn(text) {
      all ??= new RegExp(units.join('') + rest, 'g')
      return Array.from(text.matchAll(all), ({ 0: found, index }) => [index, index + found.length] as const)
    },
    findAround({ unit }, text, index) {
      around ??= new RegExp(`(?<=(${units.slice(0, unit).join('')}))${units.slice(unit).join('')}${rest}`, 'y')
      around.lastIndex = index
      const [, before = ''] = around.exec(text) ?? []
      return around.lastIndex === 0 ? undefined : [index - before.length, around.lastIndex]
    },
  }
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

/** One pattern for each character, or for a run of equal ones that escapes may merge. */
function unitsOf(text: string): readonly string[] {
  const runs = text.match(/[\s\u0085]+|\\+|([^\s\u0085A-Za-z0-9\\])\1*|[^]/gu) ?? []
  return runs.map((run, index) => {
    if (/^[\s\u0085]/.test(run)) return space
    if (run.startsWith('\\')) return backslashes(run.length, runs[index + 1]?.startsWith('$') === true)
    if (/^[A-Za-z0-9]/.test(run)) return run
    if (!/^[!-~]/.test(run)) return [...run].map(coded).join('')
    return mark(run, index > 0 && !runs[index - 1]?.startsWith('\\'))
  })
}

/** White space of any length, since YAML folds and indents it, and where code joins the parts of a text. */
const space =
  '(?:\\\\*[\\s\\u0085]|\\\\+(?:[nrtvfNLP_]|x(?:0[9a-dA-D]|20|85|[aA]0)|u(?:00(?:0[9a-dA-D]|20|85|[aA]0)|202[89]|[fF][eE][fF][fF]))|[\'"`]\\s*\\+\\s*[\'"`])+'

/** Backslashes, one of which stands in an expression where an odd number of them comes before a literal `$`. */
function backslashes(count: number, isBeforeDollar: boolean): string {
  const plain = `\\\\{${count},}`
  if (!isBeforeDollar || count % 2 === 0) return plain
  return `(?:${plain}|\\\\{${count - 1},}\\$\\{KITEWRIGHT_BACKSLASH:-\\\\+\\})`
}

/** Punctuation, which may have escapes before it, except where those would be taken from a secret's own backslashes. */
function mark(run: string, isEscapable: boolean): string {
  const [sign = ''] = run
  const plain = `\\x${hex(sign, 2)}`
  const escaped = `(?:\\\\*${plain}|\\\\+(?:u00|x)${anyCase(hex(sign, 2))})`
  // YAML doubles single quotes, and the agent fills in `$$` as `$`.
  const more = /['$]/.test(sign)
  const rest = more ? `(?:${escaped})*` : `${escaped}{${run.length - 1}}`
  return (isEscapable ? escaped : plain) + rest
}

/** A character that may be written by its number. */
function coded(character: string): string {
  const units = character.split('')
  const ways = [
    units.map((unit) => `\\u${hex(unit, 4)}`).join(''),
    units.map((unit) => `\\\\+u${anyCase(hex(unit, 4))}`).join(''),
    `\\\\+(?:u\\{|U|x)0*${anyCase((character.codePointAt(0) ?? 0).toString(16))}\\}?`,
  ]
  return `(?:${ways.join('|')})`
}

function hex(unit: string, digits: number): string {
  return unit.charCodeAt(0).toString(16).padStart(digits, '0')
}

function anyCase(digits: string): string {
  return digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
}
