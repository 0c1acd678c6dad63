import type { AgentStepKind } from './agent-step.ts'
import { readStep } from './read-steps.ts'
import { wireValue } from './wire-value.ts'

/**
 * The kind that the agent decodes a wire step into, downgrades to `unknown` included; `refused` where the agent refuses
 * the whole document (docs/spec/pipeline.md §2.1).
 *
 * ```ts
 * decodeKind({ command: 'make' }) // 'command'
 * decodeKind({ command: 'make', env: { A: { b: 'c' } } }) // 'unknown'
 * ```
 */
export function decodeKind(step: unknown): AgentStepKind | 'refused' {
  const read = readStep(wireValue(step), [])
  return 'mismatch' in read ? 'refused' : read.step.kind
}
