import type { Code, Entry, ListItem, MakeStep, Parameter, Statement } from './code.ts'
import { call, literal, object } from './code.ts'
import { commonCode } from './common-code.ts'
import { codeText, plainType } from './differences.ts'
import type { Difference } from './differences.ts'
import { functionTexts } from './function-texts.ts'
import { linesOf } from './print-code.ts'
import { applied, argumentNames, isNaming, makerOf, partsOf, withParts } from './step-parts.ts'
import type { StepPlace } from './step-lists.ts'

/** Parameters that a reader keeps apart. */
const mostParameters = 4

/** What the function and its calls may take of the lines of the steps that they stand for, if they save but few lines. */
const worthwhile = 0.9
const few = 10

/** What one more function costs a reader, in lines, if its name says what it is for, and if not. */
const cost = { named: 2, nameless: 8 }

/** What part of the steps has to say the same for the others to say otherwise on their own. */
const usual = 0.75

/** Types of what one step alone says, by its constructor. */
const optionTypes = new Map([
  ['command', 'CommandOptions'],
  ['trigger', 'TriggerOptions'],
])

/** A function that makes steps, and a call for each of them. */
export interface MadeFunction {
  readonly statement: Statement
  readonly calls: readonly ListItem[]
  /** What both take, and the reader's cost. */
  readonly lines: number
  readonly linesOf: (place: StepPlace) => number
}

/**
 * A function of what differs in a word, with an object for the attributes that only some of the steps have. Commands are
 * in the object, or folders apart from files, if that is shorter. Returns undefined if that is not much shorter than the steps.
 */
export function makeFunction(places: readonly StepPlace[], mark: string): MadeFunction | undefined {
  if (new Set(places.map(({ written: { code } }) => makerOf(code))).size > 1) return undefined
  const manners = [{}, { commandsInMore: true }, { splitsPaths: true }]
  const ways = manners.flatMap((manner) => functionOf(places, mark, manner) ?? [])
  const [first] = ways
  return first && ways.reduce((best, way) => (way.lines < best.lines ? way : best), first)
}

interface Manner {
  readonly commandsInMore?: boolean
  readonly splitsPaths?: boolean
}

function functionOf(
  places: readonly StepPlace[],
  mark: string,
  { commandsInMore = false, splitsPaths = false }: Manner,
): MadeFunction | undefined {
  const [first] = places
  if (first === undefined) return undefined
  const steps = places.map(({ written }) => partsOf(written))
  const all = steps.map(({ entries }) => entries)
  const names = new Set(all.flatMap((entries) => entries.map(nameOf)))
  const args = argumentNames(first.written.code)
  const kept = new Map([...names].map((name) => [name, keptOf(name, all, args)]))
  if (commandsInMore) kept.set('command', 'none')
  const same = commonCode(
    all.map((entries) => call('command', object(inBodyOf(entries, kept)))),
    mark,
    splitsPaths,
  )
  if (same === undefined || same.found.length === 0 || same.found.length > mostParameters) return undefined
  if (!entriesOf(same.body).some((entry) => saysMore(entry, same.found))) return undefined
  const own = all.map((entries) => entries.filter((entry) => isOwn(entry, kept)))
  const more = own.flat().length > 0 ? moreParameter(first.written.code, own.flat(), mark) : undefined
  if (own.flat().length > 0 && more === undefined) return undefined
  const body = withParts(first.written.code, [
    ...entriesOf(same.body),
    ...(more === undefined ? [] : [{ spread: { form: 'name', name: more.name } } as const]),
  ])
  if (body === undefined) return undefined

  const parameters = [...same.found.map(typed), ...(more === undefined ? [] : [more])]
  const calls = steps.map(({ comment }, index): ListItem => {
    const values = same.found.map((difference) => difference.values[index] ?? literal(null))
    return { code: applied(mark, parameters, values, own[index] ?? []), comment }
  })
  return ifShorter(mark, { form: 'function', parameters, body }, calls, places)
}

function ifShorter(
  mark: string,
  code: MakeStep,
  calls: readonly ListItem[],
  places: readonly StepPlace[],
): MadeFunction | undefined {
  const callLines = places.map((place, index) => linesAt(place, calls[index] ?? place.written))
  const texts = functionTexts(code.body)
  const isNamed = texts.some((text) => /[a-z]{2}/i.test(text.replaceAll(/:[\w+-]+:/g, '')))
  const lines = callLines.reduce(
    (sum, one) => sum + one,
    linesOf([{ code }], 0) + (isNamed ? cost.named : cost.nameless),
  )
  const before = places.reduce((sum, place) => sum + linesAt(place, place.written), 0)
  if (lines > before * worthwhile && lines > before - few) return undefined
  const statement = { name: mark, texts, noun: 'step', code }
  return { statement, calls, lines, linesOf: (place) => callLines[places.indexOf(place)] ?? 0 }
}

const linesAt = ({ indent }: StepPlace, item: ListItem): number => linesOf([item], indent)

const nameOf = (entry: Entry): string => ('key' in entry ? entry.key : codeText(entry))

const entriesOf = (code: Code): readonly Entry[] => {
  const [only] = code.form === 'call' ? code.args : []
  return only?.form === 'object' ? only.entries : []
}

/** Whether steps have more of an attribute in common than its name. */
function saysMore(entry: Entry, found: readonly Difference[]): boolean {
  const name = 'value' in entry && entry.value.form === 'name' ? entry.value.name : undefined
  return !found.some(({ variable }) => variable.name === name)
}

/** How an attribute stands in the function: as each step has it, as most have it, or not at all. */
type Kept = 'each' | 'none' | { readonly usual: string }

function keptOf(name: string, all: readonly (readonly Entry[])[], args: readonly string[]): Kept {
  const entries = all.flatMap((others) => others.find((other) => nameOf(other) === name) ?? [])
  if (entries.length < all.length) return 'none'
  const most = mostCommon(entries.map((one) => codeText(one)))
  if (most.count === entries.length) return 'each'
  const [first] = entries
  const isKeyed = first !== undefined && 'key' in first && !isNaming(first) && !args.includes(name)
  if (isKeyed && most.count >= entries.length * usual) return { usual: most.text }
  const same = commonCode(
    entries.map((one) => call('command', object([one]))),
    '',
  )
  return same !== undefined && same.found.every((difference) => plainType(difference) !== undefined) ? 'each' : 'none'
}

function mostCommon(texts: readonly string[]): { readonly text: string; readonly count: number } {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const [first] = [...counts].toSorted(([, one], [, other]) => other - one)
  return { text: first?.[0] ?? '', count: first?.[1] ?? 0 }
}

function inBodyOf(entries: readonly Entry[], kept: ReadonlyMap<string, Kept>): readonly Entry[] {
  return entries.flatMap((entry): readonly Entry[] => {
    const inBody = kept.get(nameOf(entry)) ?? 'none'
    if (inBody === 'none') return []
    return [inBody === 'each' ? entry : (JSON.parse(inBody.usual) as Entry)]
  })
}

/** Whether a step says an attribute itself. */
function isOwn(entry: Entry, kept: ReadonlyMap<string, Kept>): boolean {
  const inBody = kept.get(nameOf(entry)) ?? 'none'
  return inBody === 'none' || (inBody !== 'each' && inBody.usual !== codeText(entry))
}

const typed = (difference: Difference): Parameter => ({ ...difference.variable, type: plainType(difference) ?? '' })

/** The parameter for what a step alone says. Returns undefined if the function that makes it takes no such attributes. */
function moreParameter(code: Code, own: readonly Entry[], mark: string): Parameter | undefined {
  const inherited = code.form === 'apply' ? code.parameters.find(({ isMore }) => isMore) : undefined
  const options = inherited?.imports ?? optionTypes.get(makerOf(code) ?? '')
  if (options === undefined) return undefined
  const isDemanded = own.some((entry) => nameOf(entry) === 'command')
  const [text, type] = isDemanded ? ['options', options] : ['more', `Partial<${options}>`]
  return {
    name: `${mark}.more`,
    texts: [text],
    noun: text,
    type,
    isOptional: !isDemanded,
    isMore: true,
    imports: options,
  }
}
