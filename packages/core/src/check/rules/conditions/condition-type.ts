import { conditionRule } from '../../condition-rule.ts'
import type { Rule } from '../../rule.ts'

/** Values in a condition that do not go together (docs/spec/conditionals.md §4). */
export const conditionType: Rule = conditionRule('KW3203', ['type', 'arguments'])
