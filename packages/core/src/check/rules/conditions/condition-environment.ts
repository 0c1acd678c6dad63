import { conditionRule } from '../../condition-rule.ts'
import type { Rule } from '../../rule.ts'

/** An environment variable that conditions cannot see (docs/spec/conditionals.md §8). */
export const conditionEnvironment: Rule = conditionRule('KW3208', ['environment-name'])
