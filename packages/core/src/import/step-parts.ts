import type { Call, Code, Entry, ListItem, MakeStep, Parameter } from './code.ts'
import { call, object } from './code.ts'
import { attributesOf } from './step-lists.ts'
import { joinComments } from './value-code.ts'

/** A step as what can be told apart in it: its attributes, or the arguments and further attributes of a function's call. */
export interface StepParts {
  /** An argument goes by the attribute that it is for. */
  readonly entries: readonly Entry[]
  readonly comment?: string | undefined
}

/** Attributes that tell steps apart, and are arguments. */
const naming = new Set(['label', 'key', 'command', 'trigger', 'block', 'input'])

export const isNaming = (entry: Entry): boolean => 'key' in entry && naming.has(entry.key)

/** The function that makes a step: kitewright's, or one of the module's. */
export function makerOf(code: Code): string | undefined {
  if (code.form === 'apply') return code.name
  const isStep = code.form === 'call' && code.callee !== 'group' && code.callee !== 'wait'
  return isStep && attributesOf(code) !== undefined ? code.callee : undefined
}

const known = new WeakMap<ListItem, StepParts>()

/** The parts of a step. What is said above what is an argument of a call stands above the call. */
export function partsOf(item: ListItem): StepParts {
  const parts = known.get(item) ?? newParts(item)
  known.set(item, parts)
  return parts
}

function newParts({ code, comment }: ListItem): StepParts {
  const entries = code.form === 'apply' ? argumentsOf(code) : (attributesOf(code) ?? [])
  return {
    entries: entries.map((entry) => (isNaming(entry) ? { ...entry, comment: undefined } : entry)),
    comment: joinComments(comment, ...entries.filter(isNaming).map((entry) => entry.comment)),
  }
}

/** The attribute that a parameter is for, wholly or in part. */
const attributeOf = ({ texts, noun }: Parameter): string => texts.at(-1) ?? noun

function argumentsOf({ parameters, values }: Call): readonly Entry[] {
  return values.flatMap((value, index): readonly Entry[] => {
    const parameter = parameters[index]
    if (parameter === undefined || parameter.isMore === true) return moreEntries(value)
    return [{ key: attributeOf(parameter), value }]
  })
}

const moreEntries = (value: Code): readonly Entry[] => (value.form === 'object' ? value.entries : [{ spread: value }])

/** The attributes that are arguments of a call, in their order. */
export const argumentNames = (code: Code): readonly string[] =>
  code.form === 'apply' ? code.parameters.filter(({ isMore }) => isMore !== true).map(attributeOf) : []

/** A step of these parts, made by the same function as another one. Returns undefined if an argument is missing. */
export function withParts(code: Code, entries: readonly Entry[]): Code | undefined {
  if (code.form === 'call') return call(code.callee, object(entries))
  if (code.form !== 'apply') return undefined
  const names = argumentNames(code)
  const given = names.flatMap((name) => entries.filter((entry) => 'key' in entry && entry.key === name))
  if (given.length !== names.length || new Set(names).size < names.length) return undefined
  const values = given.flatMap((entry) => ('value' in entry ? entry.value : []))
  return applied(
    code.name,
    code.parameters,
    values,
    entries.filter((entry) => !given.includes(entry)),
  )
}

/** A call with further attributes. One that is spread alone is an argument of its own. */
export function applied(
  name: string,
  parameters: MakeStep['parameters'],
  values: readonly Code[],
  more: readonly Entry[],
): Call {
  const [only] = more
  const last = more.length === 1 && only !== undefined && 'spread' in only ? only.spread : object(more)
  const given = more.length === 0 ? values : [...values, last]
  return { form: 'apply', name, parameters, values: given }
}
