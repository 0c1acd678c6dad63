import { conditionRule } from '../../condition-rule.ts'
import type { Rule } from '../../rule.ts'

/** A variable or function of a condition that does not exist (docs/spec/conditionals.md §7, §8). */
export const conditionName: Rule = conditionRule('KW3202', ['unknown-variable', 'unknown-function'])
