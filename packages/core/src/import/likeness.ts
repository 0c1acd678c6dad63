import type { Code, Entry, ListItem } from './code.ts'
import { rewriteCode } from './rewrite-code.ts'
import { attributesOf } from './step-lists.ts'

/** A text that alike steps have in common. Undefined if the item is no step with attributes. */
export type Likeness = (item: ListItem) => string | undefined

/** The same attributes with the same values, but for names and commands, which begin alike. */
const alike = likeness((entry) => (isNaming(entry) ? beginning(entry) : entry))

/** The same, and any value of the same form. */
const alikeInShape = likeness((entry) => (isNaming(entry) ? beginning(entry) : shape(entry)))

const sameShape = likeness(shape)

/** The constructor, and which attributes there are. */
const sameOutline = likeness((entry) => ('key' in entry ? entry.key : entry))

/** Names and commands of the same form, whatever else there is. */
const sameNames = likeness((entry) => (isNaming(entry) ? shape(entry) : undefined))

const sameProgram = likeness((entry) => ('key' in entry && entry.key === 'command' ? beginning(entry) : undefined))

const sameFolder = likeness((entry) => ('key' in entry && entry.key === 'command' ? folder(entry) : undefined))

const sameTopic = likeness((entry) => ('key' in entry && entry.key === 'label' ? beginning(entry) : undefined))

/** Which of the attributes that most of the steps have are the same. */
const sameUsual: Level = (items) => {
  const counts = new Map<string, number>()
  for (const entry of items.flatMap(({ code }) => attributesOf(code) ?? []))
    counts.set(JSON.stringify(entry), (counts.get(JSON.stringify(entry)) ?? 0) + 1)
  return likeness((entry) => ((counts.get(JSON.stringify(entry)) ?? 0) * 2 > items.length ? entry : undefined))
}

/** A likeness, among steps. */
export type Level = (items: readonly ListItem[]) => Likeness

/** The ways in which steps of functions can be alike, the loosest first. */
export const stepLevels: readonly Level[] = [
  () => sameNames,
  sameUsual,
  () => sameProgram,
  () => sameTopic,
  () => sameFolder,
  () => sameOutline,
  () => alikeInShape,
  () => alike,
]

/** The ways in which steps of one loop can be alike, the loosest first: a long loop is the better one. */
export const loopLikenesses: readonly Likeness[] = [sameOutline, sameShape, alikeInShape]

/** The ways in which calls of functions can be alike, the loosest first. */
export const callLevels: readonly Level[] = [() => sameCall, () => sameFolders, () => sameDerivation]

function sameCall({ code }: ListItem): string | undefined {
  if (code.form !== 'apply') return undefined
  const { name, values } = code
  return JSON.stringify([name, values.map((value) => withTexts(value, () => ''))])
}

/** Paths that begin with the same folder. */
function sameFolders({ code }: ListItem): string | undefined {
  if (code.form !== 'apply') return undefined
  return JSON.stringify([code.name, code.values.map((value) => withTexts(value, (text) => /^[^ ]*\//.exec(text)?.[0] ?? ''))])
}

/** Texts in which the same word stands in the same places, whatever the first says. */
function sameDerivation({ code }: ListItem): string | undefined {
  if (code.form !== 'apply') return undefined
  const texts = textsOf(code)
  const word = commonWord(texts.slice(1))
  const told = texts.slice(1).map((text) => (word === '' ? '' : text.split(word)))
  return JSON.stringify([sameCall({ code }), told])
}

function textsOf(code: Code): readonly string[] {
  const texts: string[] = []
  rewriteCode(code, (part) => {
    if (part.form === 'literal') texts.push(String(part.value))
    return undefined
  })
  return texts
}

/** The longest run of words that stands in two of the texts. */
function commonWord(texts: readonly string[]): string {
  let best = ''
  for (const [index, text] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      const found = longestIn(text, other)
      if (found.length > best.length) best = found
    }
  }
  return best
}

function longestIn(text: string, other: string): string {
  const bounds = [...text.matchAll(/(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?![\p{L}\p{N}])/gu)].map(({ index }) => index)
  let best = ''
  for (const [place, start] of bounds.entries()) {
    for (const end of bounds.slice(place + 1)) {
      const part = text.slice(start, end)
      if (part.length > Math.max(best.length, 2) && other.includes(part)) best = part
    }
  }
  return best
}

function likeness(ofAttribute: (entry: Entry) => unknown): Likeness {
  return ({ code }) => {
    const attributes = attributesOf(code)?.flatMap((entry) => JSON.stringify(ofAttribute(entry)) ?? [])
    return code.form === 'call' && attributes !== undefined ? [code.callee, ...attributes.toSorted()].join() : undefined
  }
}

/** Whether an attribute differs by its nature. */
const isNaming = (entry: Entry): boolean => 'key' in entry && ['label', 'key', 'command'].includes(entry.key)

/** A label's first word, a command's first three. */
function beginning(entry: Entry): unknown {
  const count = 'key' in entry ? { label: 1, command: 3 }[entry.key] : undefined
  return withTexts(entry, (text) => text.split(' ', count ?? 0))
}

/** A command up to the folder of the first file that it names. */
function folder(entry: Entry): unknown {
  return withTexts(entry, (text) => /^.*? [\w.][^ ]*\/(?=[^ /]*( |$))/.exec(text)?.[0] ?? '')
}

/** All but the values themselves. */
function shape(entry: Entry): unknown {
  return withTexts(entry, () => '')
}

function withTexts(entry: Entry | Code, change: (text: string) => unknown): unknown {
  return JSON.parse(JSON.stringify(entry), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('form' in value)) return value
    const code = value as Code
    if (code.form === 'script') return code.parts.join('').split('\n').length
    if (code.form !== 'literal') return value
    return typeof code.value === 'string' ? change(code.value) : typeof code.value
  })
}
