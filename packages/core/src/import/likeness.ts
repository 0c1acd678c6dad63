import type { Code, Entry, ListItem } from './code.ts'
import { commonWord } from './common-word.ts'
import { codeText } from './differences.ts'
import { isNaming, makerOf, partsOf } from './step-parts.ts'

/** A text that alike steps have in common. Undefined if the item is no step with attributes. */
export type Likeness = (item: ListItem) => string | undefined

/** A way in which steps can be alike, among others. */
export interface Level {
  readonly likeness: (items: readonly ListItem[]) => Likeness
  /** Whether steps that have nothing alike in this way are looked at together in the next. */
  readonly isPartial?: boolean
}

/** The function that makes a step, and which names it has. */
const sameMaker = likeness((entry) => (isNaming(entry) ? nameOf(entry) : undefined))

/** Names and commands of the same form, whatever else there is. */
const sameNames = likeness((entry) => (isNaming(entry) ? shape(entry) : undefined))

const sameProgram = likeness((entry) => (isCommand(entry) ? program(entry) : undefined))

const sameFolder = likeness((entry) => (isCommand(entry) ? folder(entry) : undefined))

const sameTopic = likeness((entry) => (nameOf(entry) === 'label' ? beginning(entry, 1) : undefined))

/** Which attributes there are. */
const sameOutline = likeness((entry) => nameOf(entry))

const sameShape = likeness(shape)

/** The same attributes with the same values, but for names and commands, which begin alike. */
const alike = likeness((entry) => (isNaming(entry) ? naming(entry) : entry))

/** The same, and any value of the same form. */
const alikeInShape = likeness((entry) => (isNaming(entry) ? naming(entry) : shape(entry)))

const sameLabel = likeness((entry) => (nameOf(entry) === 'label' ? entry : undefined))

/** Which of the attributes that most of the steps have are the same. */
function sameUsual(items: readonly ListItem[]): Likeness {
  const counts = new Map<string, number>()
  for (const entry of items.flatMap((item) => partsOf(item).entries))
    counts.set(codeText(entry), (counts.get(codeText(entry)) ?? 0) + 1)
  return likeness((entry) => ((counts.get(codeText(entry)) ?? 0) * 2 > items.length ? entry : undefined))
}

const level = (always: Likeness): Level => ({ likeness: () => always })
const partial = (always: Likeness): Level => ({ likeness: () => always, isPartial: true })

/** The ways in which steps of functions can be alike, the loosest first. */
export const closeLevels: readonly Level[] = [
  level(sameNames),
  { likeness: sameUsual },
  level(sameProgram),
  level(sameTopic),
  partial(samePath),
  level(sameFolder),
  partial(sameLabel),
  level(sameOutline),
  level(alikeInShape),
  level(sameDerivation),
  level(alike),
]

/** The same for a function that says no more than what most steps say. */
export const looseLevels: readonly Level[] = [level(sameMaker), { likeness: sameUsual }]

/** The ways in which steps of one loop can be alike, the loosest first: a long loop is the better one. */
export const loopLikenesses: readonly Likeness[] = [sameOutline, sameShape, alikeInShape, sameButNumbers]

function likeness(ofAttribute: (entry: Entry) => unknown): Likeness {
  return (item) => {
    const maker = makerOf(item.code)
    if (maker === undefined) return undefined
    const attributes = partsOf(item).entries.flatMap((entry) => JSON.stringify(ofAttribute(entry)) ?? [])
    return [maker, ...attributes.toSorted()].join()
  }
}

/** The same but for numbers in texts. A comment begins another row. */
function sameButNumbers({ code, comment }: ListItem): string | undefined {
  const numberless = likeness((entry) => withTexts(entry, (text) => text.replaceAll(/\d+/g, '#')))
  return comment === undefined ? numberless({ code }) : undefined
}

/** Other attributes in which the command's folder and file stand in the same places. */
function samePath(item: ListItem): string | undefined {
  const { entries } = partsOf(item)
  const command = entries.filter(isCommand).flatMap(textsIn).join(' ')
  const [, folder, file] = /([\w.-]+(?:\/[\w.-]+)*)\/([\w-]+)/.exec(command) ?? []
  if (folder === undefined || file === undefined) return undefined
  const told = entries
    .filter((entry) => !isNaming(entry))
    .map((entry) => withTexts(entry, (text) => text.split(folder).map((part) => part.split(file))))
  return JSON.stringify(told)
}

/** Texts beside the label in which the same word stands in the same places. */
function sameDerivation(item: ListItem): string | undefined {
  const maker = makerOf(item.code)
  if (maker === undefined) return undefined
  const entries = partsOf(item).entries.filter((entry) => nameOf(entry) !== 'label')
  const word = commonWord(entries.flatMap(textsIn))
  const told = entries.map((entry) =>
    withTexts(entry, (text) => (word !== '' && text.includes(word) ? text.split(word) : '')),
  )
  return JSON.stringify([maker, told])
}

function textsIn(entry: Entry): readonly string[] {
  const texts: string[] = []
  withTexts(entry, (text) => texts.push(text))
  return texts
}

const nameOf = (entry: Entry): unknown => ('key' in entry ? entry.key : entry)

const isCommand = (entry: Entry): boolean => nameOf(entry) === 'command'

/** A label's first word, a command's first three, or the folder of what it runs. */
const naming = (entry: Entry): unknown =>
  isCommand(entry) ? program(entry) : beginning(entry, nameOf(entry) === 'label' ? 1 : 0)

const program = (entry: Entry): unknown =>
  withTexts(entry, (text) => /^[^ ]*\//.exec(text)?.[0] ?? text.split(' ', 3).join(' '))

const beginning = (entry: Entry, words: number): unknown => withTexts(entry, (text) => text.split(' ', words))

/** A command up to the folder of the first file that it names. */
const folder = (entry: Entry): unknown =>
  withTexts(entry, (text) => /^(?:.*? )?[\w.][^ ]*\/(?=[^ /]*( |$))/.exec(text)?.[0] ?? '')

/** All but the values themselves. */
function shape(entry: Entry): unknown {
  return withTexts(entry, () => '')
}

function withTexts(entry: Entry, change: (text: string) => unknown): unknown {
  return JSON.parse(codeText(entry), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('form' in value)) return value
    const code = value as Code
    if (code.form === 'script') return code.parts.join('').split('\n').length
    if (code.form !== 'literal') return value
    return typeof code.value === 'string' ? change(code.value) : typeof code.value
  })
}
