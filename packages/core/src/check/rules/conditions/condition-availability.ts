import { conditionRule } from '../../condition-rule.ts'
import type { Rule } from '../../rule.ts'

/** A variable of a condition that is not there in this place (docs/spec/conditionals.md §1). */
export const conditionAvailability: Rule = conditionRule('KW3205', ['unavailable'])
