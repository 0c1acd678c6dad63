import { joinBytes } from './bytes.ts'
import { failEvaluation } from './evaluation-failure.ts'
import type { ConditionExpansion, ConditionText, ExpansionOperation } from './condition-node.ts'

export type Lookup = (name: string) => string | undefined

/** The text with its expansions replaced; an unset variable leaves nothing (docs/spec/conditionals.md §6). */
export function expandText(text: ConditionText, lookup: Lookup): string {
  return joinBytes(text.map((part) => (typeof part === 'string' ? part : (expand(part, lookup) ?? ''))).join(''))
}

/** The value of one expansion, null where its variable is unset. */
export function expand({ name, suffix, operation }: ConditionExpansion, lookup: Lookup): string | null {
  const value = lookup(name)
  if (operation === undefined) return value === undefined && suffix === '' ? null : (value ?? '') + suffix
  if (operation.kind === 'broken') return failEvaluation(operation.message)
  if (operation.kind === 'slice') return slice(value, operation, lookup)
  const given = value !== undefined && !(operation.orEmpty && value === '')
  switch (operation.kind) {
    case 'default':
      return given ? value : expandText(operation.word, lookup)
    case 'alternative':
      return given ? expandText(operation.word, lookup) : ''
    case 'required':
      return given ? value : failEvaluation(`the environment variable ${name} is not set`)
  }
}

type Slice = Extract<ExpansionOperation, { readonly kind: 'slice' }>

/** Counts characters, where the agent counts bytes. The length is asked for only where there is something to take. */
function slice(value: string | undefined, { offset, length }: Slice, lookup: Lookup): string | null {
  const from = readInteger(offset, lookup)
  if (value === undefined) return null
  const characters = [...value]
  const start = Math.max(from < 0 ? characters.length + from : from, 0)
  if (start >= characters.length) return ''
  const count = length ? readInteger(length, lookup) : characters.length
  const end = count < 0 ? characters.length + count : start + count
  return characters.slice(start, Math.max(end, start)).join('')
}

function readInteger(text: ConditionText, lookup: Lookup): number {
  const written = expandText(text, lookup).trim()
  const isInteger = /^-?[0-9]+$/.test(written) && BigInt.asIntN(64, BigInt(written)) === BigInt(written)
  return isInteger ? Number(written) : failEvaluation(`"${written}" is not an offset or length`)
}
