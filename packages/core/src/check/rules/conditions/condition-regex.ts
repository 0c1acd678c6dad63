import { conditionRule } from '../../condition-rule.ts'
import type { Rule } from '../../rule.ts'

/** A regular expression that Buildkite refuses (docs/spec/conditionals.md §9). */
export const conditionRegex: Rule = conditionRule('KW3204', ['regex'])
