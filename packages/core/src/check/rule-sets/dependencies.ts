import type { Rule } from '../rule.ts'
import { lostDependency } from '../rules/lost-dependency.ts'
import { redundantDependency } from '../rules/redundant-dependency.ts'

/** What dependencies come to together. */
export const rules: readonly Rule[] = [redundantDependency, lostDependency]
