import type { StepKind } from '@kitewright/schema'
import type { AgentStepKind } from './agent-step.ts'
import { mismatch, within } from './mismatch.ts'
import type { Mismatch } from './mismatch.ts'
import { isMap } from './value.ts'
import type { Value } from './value.ts'

/** Words that can be the whole step, the value of `type`, or an attribute. */
const words: readonly (readonly [word: string, kind: StepKind])[] = [
  ['wait', 'wait'],
  ['waiter', 'wait'],
  ['block', 'block'],
  ['manual', 'block'],
  ['input', 'input'],
]

const typesAndAttributes: typeof words = [...words, ['trigger', 'trigger'], ['group', 'group']]

const kindsByWord: ReadonlyMap<string, StepKind> = new Map(words)
const kindsByType: ReadonlyMap<string, StepKind> = new Map([
  ['command', 'command'],
  ['script', 'command'],
  ...typesAndAttributes,
])
/** In the agent's order: the first attribute that is there decides. */
const kindsByAttribute: ReadonlyMap<string, StepKind> = new Map([
  ['command', 'command'],
  ['commands', 'command'],
  ['plugins', 'command'],
  ...typesAndAttributes,
])

/** The kind of step that the agent tries to read (docs/spec/pipeline.md §2.1); `unknown` if it finds none. */
export function statedKind(step: Value): AgentStepKind | Mismatch {
  if (typeof step === 'string') return kindsByWord.get(step) ?? 'unknown'
  if (!isMap(step)) return mismatch('a step must be a text or a mapping', step)
  const type = step.get('type')
  if (typeof type === 'string') return kindsByType.get(type) ?? 'unknown'
  if (type !== undefined) return within('type', mismatch("a step's `type` must be a text", type))
  for (const [attribute, kind] of kindsByAttribute) if (step.has(attribute)) return kind
  return 'unknown'
}
