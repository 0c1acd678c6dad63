import type { Rule } from '../rule.ts'
import { deployWithoutConcurrency } from '../rules/deploy-without-concurrency.ts'
import { deployWithoutTimeout } from '../rules/deploy-without-timeout.ts'
import { noRetry } from '../rules/no-retry.ts'
import { noTimeout } from '../rules/no-timeout.ts'

/** Where taste decides: asked only of those who want it. */
export const rules: readonly Rule[] = [deployWithoutConcurrency, deployWithoutTimeout, noRetry, noTimeout]
