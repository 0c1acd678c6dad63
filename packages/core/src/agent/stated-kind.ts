import type { StepKind } from '@kitewright/schema'
import type { AgentStepKind } from './agent-step.ts'
import { mismatch, within } from './decoded.ts'
import type { Mismatch } from './decoded.ts'
import { isMap } from './value.ts'
import type { Value } from './value.ts'

interface Words {
  readonly kind: StepKind
  /** Attributes of which a step of the kind has one. */
  readonly attributes: readonly string[]
  /** What `type` says; the attributes' names unless given. */
  readonly types?: readonly string[]
  /** Whether a word can be the whole step. */
  readonly isWord?: true
}

// In the agent's order: the first kind of which an attribute is there is taken (docs/spec/pipeline.md §2.1).
const kinds: readonly Words[] = [
  { kind: 'command', attributes: ['command', 'commands', 'plugins'], types: ['command', 'script'] },
  { kind: 'wait', attributes: ['wait', 'waiter'], isWord: true },
  { kind: 'block', attributes: ['block', 'manual'], isWord: true },
  { kind: 'input', attributes: ['input'], isWord: true },
  { kind: 'trigger', attributes: ['trigger'] },
  { kind: 'group', attributes: ['group'] },
]

/** Attributes that tell a step's kind. */
export const tellingAttributes: readonly string[] = kinds.flatMap(({ attributes }) => attributes)

/** The kind of step that the agent tries to read; `unknown` if it finds none. */
export function statedKind(step: Value): AgentStepKind | Mismatch {
  if (typeof step === 'string') return kindOf(({ attributes, isWord }) => isWord === true && attributes.includes(step))
  if (!isMap(step)) return mismatch('a step must be a text or a mapping', step)
  const type = step.get('type')
  if (type === undefined) return kindOf(({ attributes }) => attributes.some((name) => step.has(name)))
  if (typeof type === 'string') return kindOf(({ attributes, types = attributes }) => types.includes(type))
  return within('type', mismatch("a step's `type` must be a text", type))
}

function kindOf(isIt: (words: Words) => boolean): AgentStepKind {
  return kinds.find(isIt)?.kind ?? 'unknown'
}
