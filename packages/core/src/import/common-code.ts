import type { Code, Entry } from './code.ts'
import { commonText, wholeTexts } from './common-text.ts'
import { codeText, type Difference, type Differences, differences, isSameCode } from './differences.ts'

type Form<Name extends Code['form']> = Extract<Code, { form: Name }>

// Attributes that the compiler takes only as one of a few values, or that say one thing as a whole.
const closed = new Set(
  (
    'allow_dependency_failure blocked_state concurrency_method continue_on_failure fields matrix notify raw retry ' +
    'soft_fail'
  ).split(' '),
)

/** Several calls as one, with variables where they differ. Returns undefined where a variable has no place. */
export function commonCode(
  codes: readonly Code[],
  mark: string,
  splitsPaths = false,
): { readonly body: Code; readonly found: readonly Difference[] } | undefined {
  const all = differences(mark, splitsPaths)
  try {
    return { body: common(codes, [], all), found: all.found }
  } catch (error) {
    if (error === noPlace) return undefined
    throw error
  }
}

const noPlace = new Error('a variable has no place here')

function common(codes: readonly Code[], path: readonly string[], all: Differences): Code {
  const [first] = codes
  if (first === undefined || codes.every((code) => isSameCode(code, first))) return first ?? { form: 'list', items: [] }
  if (closed.has(path.at(-1) ?? '')) throw noPlace
  const texts = textsOf(codes)
  if (texts !== undefined) return inScript(commonText(texts, path, all), first, all)
  if (isOneShape(codes, 'as'))
    return {
      ...codes[0]!,
      code: common(
        codes.map(({ code }) => code),
        path,
        all,
      ),
    }
  if (isOneShape(codes, 'call')) return commonCall(codes, path, all)
  if (isOneShape(codes, 'apply')) return commonApply(codes, path, all)
  if (isOneShape(codes, 'list')) return commonList(codes, path, all)
  if (isOneShape(codes, 'object')) return commonObject(codes, path, all)
  if (path.length === 0) throw noPlace
  return all.variableFor(codes, wholeTexts(codes, path.at(-1)))
}

function textsOf(codes: readonly Code[]): readonly string[] | undefined {
  const texts = codes.map(textOf)
  return texts.every((text) => text !== undefined) ? texts : undefined
}

function textOf(code: Code): string | undefined {
  if (code.form === 'literal' && typeof code.value === 'string') return code.value
  return code.form === 'script' && typeof code.parts[0] === 'string' ? code.parts[0] : undefined
}

/** A text in the tag that it stood in. A variable is a word of a script, and no lines of it. */
function inScript(code: Code, { form }: Code, { found }: Differences): Code {
  if (found.some(({ values }) => textsOf(values)?.some((text) => text.includes('\n')))) throw noPlace
  if (
    form !== 'script' &&
    code.form === 'template' &&
    code.parts.some((part) => typeof part === 'string' && part.includes('\n'))
  )
    throw noPlace
  if (form !== 'script') return code
  if (code.form !== 'template') throw noPlace
  return { form: 'script', parts: code.parts }
}

/** Whether all are of one form, and as large as each other. */
function isOneShape<Name extends 'apply' | 'as' | 'call' | 'list' | 'object'>(
  codes: readonly Code[],
  form: Name,
): codes is readonly Form<Name>[] {
  const [first] = codes
  if (first?.form !== form) return false
  const shape = codeText(shapeOf(first))
  return codes.every((code) => code.form === form && codeText(shapeOf(code)) === shape)
}

/** What two pieces of code have in common that differ in values alone. */
function shapeOf(code: Code): unknown {
  if (code.form === 'as') return code.type
  if (code.form === 'call') return [code.callee, code.args.length]
  if (code.form === 'apply') return [code.name, code.values.length]
  if (code.form === 'list') return code.items.map(({ comment, code: item }) => [comment, item.form === 'loop'])
  return code.form === 'object' ? code.entries.map(shapeOfEntry).toSorted() : undefined
}

const shapeOfEntry = (entry: Entry): string =>
  JSON.stringify('spread' in entry ? entry : { ...entry, value: undefined })

const nameOf = (entry: Entry): string => ('key' in entry ? entry.key : shapeOfEntry(entry))

function commonCall(calls: readonly Form<'call'>[], path: readonly string[], all: Differences): Code {
  const [first] = calls as [Form<'call'>]
  // An expression of the agent is a text like another, a plugin is known by its name.
  const inside = first.callee === 'plugin' ? [...path, 'plugin'] : path
  const args = first.args.map((_, index) =>
    common(
      calls.map((call) => call.args[index] as Code),
      inside,
      all,
    ),
  )
  return { ...first, args }
}

function commonApply(calls: readonly Form<'apply'>[], path: readonly string[], all: Differences): Code {
  const [first] = calls as [Form<'apply'>]
  const values = first.values.map((_, index) =>
    common(
      calls.map((call) => call.values[index] as Code),
      [...path, first.parameters[index]?.texts.at(-1) ?? ''],
      all,
    ),
  )
  return { ...first, values }
}

function commonList(lists: readonly Form<'list'>[], path: readonly string[], all: Differences): Code {
  const [first] = lists as [Form<'list'>]
  const known = all.found.length
  const items = first.items.map((item, index) => ({
    ...item,
    code: common(
      lists.map((list) => (list.items[index] as typeof item).code),
      path,
      all,
    ),
  }))
  if (items.length < 2 || items.some(({ code }) => code.form !== 'name')) return { ...first, items }
  // Lists that have nothing in common.
  all.keep(known)
  return all.variableFor(lists, wholeTexts(lists, path.at(-1)))
}

function commonObject(objects: readonly Form<'object'>[], path: readonly string[], all: Differences): Code {
  const [first] = objects as [Form<'object'>]
  const entries = first.entries.map((entry): Entry => {
    if ('spread' in entry) return entry
    const name = nameOf(entry)
    const others = objects.map((object) => object.entries.find((other) => nameOf(other) === name) as typeof entry)
    return {
      ...entry,
      value: common(
        others.map(({ value }) => value),
        [...path, name],
        all,
      ),
    }
  })
  return { ...first, entries }
}
