import type { Call, Callee, Code, Entry, ListItem, MakeStep, Parameter, Statement } from './code.ts'
import { call, literal, object } from './code.ts'
import { commonCode } from './common-code.ts'
import { plainType } from './differences.ts'
import type { Difference } from './differences.ts'
import { functionTexts } from './function-texts.ts'
import { linesOf } from './print-code.ts'
import { attributesOf, type StepPlace } from './step-lists.ts'
import { joinComments } from './value-code.ts'

/** Parameters that a reader keeps apart. */
const mostParameters = 4

/** What the function and its calls may take of the lines of the steps that they stand for. */
const worthwhile = 0.9

/** What one more function costs a reader, in lines. */
const cost = 3

/** What part of the steps has to say the same for the others to say otherwise on their own. */
const usual = 0.75

/** Types of what one step alone says, by its constructor. */
const optionTypes: { readonly [callee in Callee]?: string } = { command: 'CommandOptions', trigger: 'TriggerOptions' }

/** A function that makes steps, and a call for each of them. */
export interface MadeFunction {
  readonly statement: Statement
  readonly calls: readonly ListItem[]
  /** What both take. */
  readonly lines: number
  readonly linesOf: (place: StepPlace) => number
}

/**
 * A function of what differs in a word, with an object for the attributes that only some of the steps have. Returns
 * undefined if that is not much shorter.
 */
export function makeFunction(places: readonly StepPlace[], mark: string): MadeFunction | undefined {
  const callee = calleeOf(places[0]?.written)
  if (callee === undefined) return undefined
  const steps = places.map(({ written }) => namingBare(written))
  const written = steps.map(({ entries }) => entries)
  const kept = new Map(written.flatMap((entries) => entries.map((entry) => [nameOf(entry), keptOf(entry, written)])))
  const isOwn = (entry: Entry): boolean => {
    const inBody = kept.get(nameOf(entry))
    return inBody === 'none' || (typeof inBody === 'string' && inBody !== 'each' && inBody !== JSON.stringify(entry))
  }
  const same = commonCode(
    written.map((entries) => call(callee, object(inBodyOf(entries, kept)))),
    mark,
  )
  const more = written.map((entries) => entries.filter(isOwn))
  if (same === undefined || same.found.length === 0 || same.found.length > mostParameters) return undefined
  const moreParameter = parameterOf(more.flat(), callee, mark)
  if (more.flat().length > 0 && moreParameter === undefined) return undefined

  const parameters = [...same.found.map(typed), ...(moreParameter === undefined ? [] : [moreParameter])]
  const code: MakeStep = {
    form: 'function',
    parameters,
    body: moreParameter === undefined ? same.body : withMore(same.body, moreParameter),
  }
  const calls = steps.map(({ comment }, index): ListItem => {
    const values = same.found.map((difference) => difference.values[index] ?? literal(null))
    return { code: callOf(mark, parameters, values, more[index] ?? []), comment }
  })
  return madeFunction(mark, code, calls, places)
}

/** A function with its calls. Returns undefined if it is not much shorter than what stands in their places. */
export function madeFunction(
  mark: string,
  code: MakeStep,
  calls: readonly ListItem[],
  places: readonly StepPlace[],
): MadeFunction | undefined {
  const linesAt = ({ indent }: StepPlace, item: ListItem): number => linesOf([item], indent)
  const callLines = places.map((place, index) => linesAt(place, calls[index] ?? place.written))
  const lines = callLines.reduce((sum, one) => sum + one, linesOf([{ code }], 0) + cost)
  const before = places.reduce((sum, place) => sum + linesAt(place, place.written), 0)
  if (lines > before * worthwhile) return undefined
  const statement = { name: mark, texts: functionTexts(code.body), noun: 'step', code }
  return { statement, calls, lines, linesOf: (place) => callLines[places.indexOf(place)] ?? 0 }
}

/** What all steps spread is an argument of its own. */
function callOf(
  mark: string,
  parameters: readonly Parameter[],
  values: readonly Code[],
  own: readonly Entry[],
): Call {
  const [only] = own
  const more = own.length === 1 && only !== undefined && 'spread' in only ? only.spread : object(own)
  const given = own.length === 0 ? values : [...values, more]
  return { form: 'apply', name: mark, parameters: parameters.slice(0, given.length), values: given }
}

const calleeOf = (item: ListItem | undefined): Callee | undefined =>
  item?.code.form === 'call' ? item.code.callee : undefined

const nameOf = (entry: Entry): string => ('key' in entry ? entry.key : JSON.stringify(entry))

/** A step's attributes, with the comments above what is an argument of the call above the call. */
function namingBare({ code, comment }: ListItem): { readonly entries: readonly Entry[]; readonly comment?: string | undefined } {
  const entries = attributesOf(code) ?? []
  const isArgument = (entry: Entry): boolean => 'key' in entry && isNaming(entry.key)
  return {
    entries: entries.map((entry) => (isArgument(entry) ? { ...entry, comment: undefined } : entry)),
    comment: joinComments(comment, ...entries.filter(isArgument).map((entry) => entry.comment)),
  }
}

/** How an attribute stands in the function: as each step has it, as most have it, or not at all. */
type Kept = 'each' | 'none' | (string & {})

function keptOf(entry: Entry, written: readonly (readonly Entry[])[]): Kept {
  const entries = written.flatMap((others) => others.find((other) => nameOf(other) === nameOf(entry)) ?? [])
  if (entries.length < written.length) return 'none'
  const most = mostCommon(entries.map((one) => JSON.stringify(one)))
  if (most.count === entries.length) return 'each'
  if (most.count >= entries.length * usual && 'key' in entry && !isNaming(entry.key)) return most.text
  const same = commonCode(
    entries.map((one) => call('command', object([one]))),
    '',
  )
  return same !== undefined && same.found.every((difference) => plainType(difference) !== undefined) ? 'each' : 'none'
}

/** Attributes that tell steps apart. */
const isNaming = (name: string): boolean => ['label', 'key', 'command', 'trigger', 'block', 'input'].includes(name)

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
    return [inBody === 'each' ? entry : (JSON.parse(inBody) as Entry)]
  })
}

const typed = (difference: Difference): Parameter => ({ ...difference.variable, type: plainType(difference) ?? '' })

function parameterOf(entries: readonly Entry[], callee: Callee, mark: string): Parameter | undefined {
  const options = optionTypes[callee]
  const isDemandedHere = entries.some((entry) => 'key' in entry && entry.key === callee)
  if (options === undefined || entries.length === 0 || isDemandedHere) return undefined
  const type = `Partial<${options}>`
  return { name: `${mark}.more`, texts: ['more'], noun: 'more', type, isOptional: true, imports: options }
}

function withMore(body: Code, { name }: Parameter): Code {
  return call(
    calleeOf({ code: body }) ?? 'command',
    object([...(attributesOf(body) ?? []), { spread: { form: 'name', name } }]),
  )
}
