import type { Rule } from '../rule.ts'
import { concurrencyWithoutGroup } from '../rules/concurrency-without-group.ts'
import { groupWithoutConcurrency } from '../rules/group-without-concurrency.ts'
import { methodWithoutConcurrency } from '../rules/method-without-concurrency.ts'
import { mixedConcurrencyMethod } from '../rules/mixed-concurrency-method.ts'
import { mixedConcurrency } from '../rules/mixed-concurrency.ts'

/** How many jobs of a group run at once. */
export const rules: readonly Rule[] = [
  concurrencyWithoutGroup,
  groupWithoutConcurrency,
  methodWithoutConcurrency,
  mixedConcurrency,
  mixedConcurrencyMethod,
]
