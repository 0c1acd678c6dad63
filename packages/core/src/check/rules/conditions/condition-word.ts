import { conditionRule } from '../../condition-rule.ts'
import type { Rule } from '../../rule.ts'

/** A variable compared with a word that it never is (docs/spec/conditionals.md §7). */
export const conditionWord: Rule = conditionRule('KW3207', ['enumeration'])
