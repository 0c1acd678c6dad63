import type { Call, Code, Entry, ListItem, MakeStep, Program, Statement } from './code.ts'
import { call, name, object } from './code.ts'
import { commonCode } from './common-code.ts'
import { withStatements } from './place-statements.ts'
import { rewriteCode, rewriteProgram } from './rewrite-code.ts'
import { attributesOf } from './step-lists.ts'

/** Groups that differ in their name and steps alone, from which on a function makes them easier to read. */
const fewest = 4

/** Writes groups that say nothing but their name and steps as calls of a function, so that the steps stand out. */
export function findSections(program: Program): Program {
  const groups: Code[] = []
  rewriteProgram(program, (code) => {
    if (isSection(code)) groups.push(code)
    return undefined
  })
  const mark = 'section'
  const same = groups.length < fewest ? undefined : commonCode(groups.map(withoutSteps), mark)
  const [named, ...others] = same?.found ?? []
  if (same === undefined || named === undefined || others.length > 0) return program
  const parameters: MakeStep['parameters'] = [{ ...named.variable, type: 'string' }, stepsParameter]
  const values = new Map(groups.map((group, index) => [group, named.values[index]]))
  const changed = (code: Code): Code | undefined => {
    const value = values.get(code)
    if (value === undefined) return undefined
    const steps = rewriteCode(stepsOf(code), changed)
    return { form: 'apply', name: mark, parameters, values: [value, steps] } satisfies Call
  }
  const code: MakeStep = {
    form: 'function',
    parameters,
    body: call(
      'group',
      object([...(attributesOf(same.body) ?? []), { key: 'steps', value: name(stepsParameter.name) }]),
    ),
  }
  const statement: Statement = { name: mark, texts: ['section'], noun: 'section', code }
  return withStatements(rewriteProgram(program, changed), [statement])
}

const stepsParameter = {
  name: 'section.steps',
  texts: ['steps'],
  noun: 'steps',
  type: "GroupOptions['steps']",
  imports: 'GroupOptions',
}

/** Whether a call makes a group of a name and a list of steps. */
function isSection(code: Code): boolean {
  if (code.form !== 'call' || code.callee !== 'group') return false
  const entries = attributesOf(code) ?? []
  const [first, last] = entries
  return entries.length === 2 && isText(first, 'group') && last !== undefined && isList(last)
}

const isText = (entry: Entry | undefined, key: string): boolean =>
  entry !== undefined &&
  'key' in entry &&
  entry.key === key &&
  entry.value.form === 'literal' &&
  typeof entry.value.value === 'string' &&
  entry.comment === undefined

const isList = (entry: Entry): boolean =>
  'key' in entry && entry.key === 'steps' && entry.value.form === 'list' && entry.value.items.length > 0

const withoutSteps = (code: Code): Code => call('group', object((attributesOf(code) ?? []).slice(0, 1)))

/** A group's steps; what was said above all of them is said above the first. */
function stepsOf(code: Code): Code {
  const entry = attributesOf(code)?.[1]
  if (entry === undefined || !('value' in entry) || entry.value.form !== 'list') return object([])
  const [first, ...others] = entry.value.items
  if (first === undefined) return entry.value
  const comment = [entry.comment, first.comment].filter((text) => text !== undefined).join('\n')
  const items: ListItem[] = [{ ...first, comment: comment === '' ? undefined : comment }, ...others]
  return { form: 'list', items }
}
