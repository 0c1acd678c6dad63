import type { StepKind } from '@kitewright/schema'
import type { AgentStepKind } from './agent-step.ts'
import { mismatch, within } from './mismatch.ts'
import type { Mismatch } from './mismatch.ts'
import { isMap } from './value.ts'
import type { Value } from './value.ts'

interface Words {
  readonly kind: StepKind
  /** Attributes of which a step of the kind has one. */
  readonly attributes: readonly string[]
  /** What `type` says; the attributes' names unless given. */
  readonly types?: readonly string[]
  /** Whether such a word can be the whole step. */
  readonly isWord?: true
}

const kinds: readonly Words[] = [
  { kind: 'command', attributes: ['command', 'commands', 'plugins'], types: ['command', 'script'] },
  { kind: 'wait', attributes: ['wait', 'waiter'], isWord: true },
  { kind: 'block', attributes: ['block', 'manual'], isWord: true },
  { kind: 'input', attributes: ['input'], isWord: true },
  { kind: 'trigger', attributes: ['trigger'] },
  { kind: 'group', attributes: ['group'] },
]

type KindsByName = ReadonlyMap<string, StepKind>

function kindsBy(namesOf: (words: Words) => readonly string[]): KindsByName {
  return new Map(kinds.flatMap((words) => namesOf(words).map((name) => [name, words.kind] as const)))
}

// In the agent's order: the first attribute that is there decides (docs/spec/pipeline.md §2.1).
const kindsByAttribute = kindsBy(({ attributes }) => attributes)
const kindsByType = kindsBy(({ attributes, types = attributes }) => types)
const kindsByWord = kindsBy(({ attributes, isWord }) => (isWord === true ? attributes : []))

/** Attributes that tell a step's kind. */
export const tellingAttributes: readonly string[] = [...kindsByAttribute.keys()]

/** The kind of step that the agent tries to read; `unknown` if it finds none. */
export function statedKind(step: Value): AgentStepKind | Mismatch {
  if (typeof step === 'string') return kindsByWord.get(step) ?? 'unknown'
  if (!isMap(step)) return mismatch('a step must be a text or a mapping', step)
  const type = step.get('type')
  if (typeof type === 'string') return kindsByType.get(type) ?? 'unknown'
  if (type !== undefined) return within('type', mismatch("a step's `type` must be a text", type))
  for (const [attribute, kind] of kindsByAttribute) if (step.has(attribute)) return kind
  return 'unknown'
}
