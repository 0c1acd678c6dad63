import type { Code, Entry, ListItem } from './code.ts'
import { attributesOf } from './step-lists.ts'

/** A text that alike steps have in common. Undefined if the item is no step with attributes. */
export type Likeness = (item: ListItem) => string | undefined

/** The constructor, and which attributes there are. */
export const outlineOf: Likeness = likeness((entry) => ('key' in entry ? entry.key : entry))

/** The ways in which steps can be alike, the closest first. */
export const likenesses: readonly Likeness[] = [
  likeness((entry) => (isNaming(entry) ? beginning(entry) : entry)),
  likeness((entry) => (isNaming(entry) ? beginning(entry) : shape(entry))),
  likeness(shape),
  outlineOf,
  likeness((entry) => (isNaming(entry) ? beginning(entry) : undefined)),
  likeness((entry) => ('key' in entry && entry.key === 'label' ? beginning(entry) : undefined)),
]

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

/** All but the values themselves. */
function shape(entry: Entry): unknown {
  return withTexts(entry, () => '')
}

function withTexts(entry: Entry, change: (text: string) => unknown): unknown {
  return JSON.parse(JSON.stringify(entry), (_key, value: unknown) => {
    const isLiteral = typeof value === 'object' && value !== null && 'form' in value && value.form === 'literal'
    if (!isLiteral) return value
    const { value: said } = value as unknown as Extract<Code, { form: 'literal' }>
    return typeof said === 'string' ? change(said) : typeof said
  })
}
