import { conditionRule } from '../../condition-rule.ts'
import type { Rule } from '../../rule.ts'

/** A condition that is neither true nor false (docs/spec/conditionals.md §4). */
export const conditionResult: Rule = conditionRule('KW3206', ['not-boolean'])
