import { conditionRule } from '../../condition-rule.ts'
import type { Rule } from '../../rule.ts'

/** A condition that cannot be read (docs/spec/conditionals.md §2, §3). */
export const conditionSyntax: Rule = conditionRule('KW3201', [
  'unexpected',
  'unterminated',
  'operator',
  'number',
  'escape',
  'expansion',
  'too-deep',
])
