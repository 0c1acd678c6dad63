import { interpolatedMark, isInterpolated } from '@kitewright/schema'
import type { DecodedKind } from './decoded-kind.ts'
import { decodesAsCommand } from './command-fields.ts'
import { decodesAsGroup } from './group-fields.ts'
import { has, isMap } from './field.ts'

const kindOfScalar: Readonly<Record<string, DecodedKind>> = {
  wait: 'wait',
  waiter: 'wait',
  block: 'block',
  manual: 'block',
  input: 'input',
}

const kindOfType: Readonly<Record<string, DecodedKind>> = {
  ...kindOfScalar,
  command: 'command',
  script: 'command',
  trigger: 'trigger',
  group: 'group',
}

// The first field that is there decides; the order is the agent's.
const kindOfField: readonly (readonly [field: string, kind: DecodedKind])[] = [
  ['command', 'command'],
  ['commands', 'command'],
  ['plugins', 'command'],
  ['wait', 'wait'],
  ['waiter', 'wait'],
  ['block', 'block'],
  ['input', 'input'],
  ['manual', 'block'],
  ['trigger', 'trigger'],
  ['group', 'group'],
]

/**
 * The kind that the agent decodes a wire step into, downgrades to `unknown` included; `refused` where the agent refuses
 * the whole document. Source: docs/spec/pipeline.md §2.1, and the behaviour of agent 3.137.0.
 *
 * ```ts
 * decodeKind({ command: 'make' }) // 'command'
 * decodeKind({ command: 'make', env: { A: { b: 'c' } } }) // 'unknown'
 * ```
 */
export function decodeKind(step: unknown): DecodedKind | 'refused' {
  const scalar = textOf(step)
  if (scalar !== undefined) return lookUp(kindOfScalar, scalar)
  if (!isMap(step)) return 'refused'
  const kind = statedKind(step)
  if (kind === 'command' && !decodesAsCommand(step)) return 'unknown'
  // Only a group needs its children's kinds, and only this function knows them.
  if (kind === 'group' && !decodesAsGroup(step, decodeKind)) return 'unknown'
  return kind
}

function statedKind(step: Readonly<Record<string, unknown>>): DecodedKind | 'refused' {
  if (!has(step, 'type')) return kindOfField.find(([field]) => has(step, field))?.[1] ?? 'unknown'
  const type = textOf(step['type'])
  return type === undefined ? 'refused' : lookUp(kindOfType, type)
}

function lookUp(kinds: Readonly<Record<string, DecodedKind>>, name: string): DecodedKind {
  return Object.hasOwn(kinds, name) ? kinds[name]! : 'unknown'
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return isInterpolated(value) ? value[interpolatedMark] : undefined
}
