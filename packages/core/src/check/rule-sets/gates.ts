import type { Rule } from '../rule.ts'
import { unknownGate } from '../rules/unknown-gate.ts'
import { unmetGate } from '../rules/unmet-gate.ts'

/** Which steps must never start without which approval. */
export const rules: readonly Rule[] = [unmetGate, unknownGate]
