import type { Call, Callee, Code, Entry, ListItem, MakeStep, Parameter, Statement } from './code.ts'
import { call, literal, object } from './code.ts'
import { commonCode } from './common-code.ts'
import type { Difference } from './differences.ts'
import { functionTexts } from './function-texts.ts'
import { linesOf } from './print-code.ts'
import { attributesOf } from './step-lists.ts'

/** Parameters that a reader keeps apart. */
const mostParameters = 4

/** What the function and its calls may take of the lines of the steps that they stand for. */
const worthwhile = 0.8

/** Types of what one step alone says, by its constructor. */
const optionTypes: { readonly [callee in Callee]?: string } = { command: 'CommandOptions', trigger: 'TriggerOptions' }

/** A function that makes steps, and a call for each of them. */
export interface MadeFunction {
  readonly statement: Statement
  readonly calls: readonly Call[]
}

/**
 * A function of what differs in a word, with an object for the attributes that only some of the steps have. Returns
 * undefined if that is not much shorter.
 */
export function makeFunction(items: readonly ListItem[], mark: string): MadeFunction | undefined {
  const callee = calleeOf(items[0])
  if (callee === 'group' || callee === 'wait') return undefined
  const written = items.map(({ code }) => attributesOf(code) ?? [])
  const shared = (written[0] ?? []).flatMap((entry) => (isShared(entry, written) ? [nameOf(entry)] : []))
  const isOwn = (entry: Entry): boolean => !shared.includes(nameOf(entry))
  const same =
    callee &&
    commonCode(
      written.map((entries) => call(callee, object(entries.filter((entry) => !isOwn(entry))))),
      mark,
    )
  const more = written.map((entries) => entries.filter(isOwn))
  const moreParameter = callee && parameterOf(more.flat(), callee, mark)
  if (same === undefined || same.found.length === 0 || same.found.length > mostParameters) return undefined
  if (more.flat().length > 0 && moreParameter === undefined) return undefined

  const parameters = [...same.found.map(typed), ...(moreParameter === undefined ? [] : [moreParameter])]
  const code: MakeStep = {
    form: 'function',
    parameters,
    body: moreParameter === undefined ? same.body : withMore(same.body, moreParameter),
  }
  const calls = items.map((_, index): Call => {
    const own = more[index] ?? []
    const values = same.found.map((difference) => difference.values[index] ?? literal(null))
    return { form: 'apply', name: mark, values: own.length === 0 ? values : [...values, object(own)] }
  })
  const lines = linesOf([{ code }, ...calls.map((one) => ({ code: one }))])
  if (lines > linesOf(items) * worthwhile) return undefined
  return { statement: { name: mark, texts: functionTexts(same.body), noun: 'step', code }, calls }
}

const calleeOf = (item: ListItem | undefined): Callee | undefined =>
  item?.code.form === 'call' ? item.code.callee : undefined

const nameOf = (entry: Entry): string => ('key' in entry ? entry.key : JSON.stringify(entry))

/** Whether all steps have an attribute, and differ in it by no more than words and numbers. */
function isShared(entry: Entry, written: readonly (readonly Entry[])[]): boolean {
  const entries = written.flatMap((others) => others.find((other) => nameOf(other) === nameOf(entry)) ?? [])
  if (entries.length < written.length) return false
  const same = commonCode(
    entries.map((one) => call('command', object([one]))),
    '',
  )
  return same !== undefined && same.found.every((difference) => typeOf(difference) !== undefined)
}

/** The type of a parameter with these values. Returns undefined if that is no plain type. */
function typeOf({ values }: Difference): string | undefined {
  const types = new Set(
    values.map((value) => (value.form === 'literal' && value.value !== null ? typeof value.value : '')),
  )
  return types.has('') ? undefined : [...types].toSorted().join(' | ')
}

const typed = (difference: Difference): Parameter => ({ ...difference.variable, type: typeOf(difference) ?? '' })

function parameterOf(entries: readonly Entry[], callee: Callee, mark: string): Parameter | undefined {
  const options = optionTypes[callee]
  const names = [...new Set(entries.map((entry) => ('key' in entry ? entry.key : '')))].toSorted()
  if (options === undefined || names.length === 0 || names.includes('') || names.includes(callee)) return undefined
  const type = `Pick<${options}, ${names.map((name) => `'${name}'`).join(' | ')}>`
  return { name: `${mark}.more`, texts: ['more'], noun: 'more', type, isOptional: true, imports: options }
}

function withMore(body: Code, { name }: Parameter): Code {
  return call(
    calleeOf({ code: body }) ?? 'command',
    object([...(attributesOf(body) ?? []), { spread: { form: 'name', name } }]),
  )
}
