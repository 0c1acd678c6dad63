import type { Rule } from '../rule.ts'
import { reasonWhileAllowed } from '../rules/reason-while-allowed.ts'
import { softFailExitStatus } from '../rules/soft-fail-exit-status.ts'
import { softFailingDeploy } from '../rules/soft-failing-deploy.ts'
import { triggerAsyncSoftFail } from '../rules/trigger-async-soft-fail.ts'
import { unreachableRetry } from '../rules/unreachable-retry.ts'

/** What a failure does: retries, and failures that are forgiven. */
export const rules: readonly Rule[] = [
  softFailExitStatus,
  reasonWhileAllowed,
  unreachableRetry,
  triggerAsyncSoftFail,
  softFailingDeploy,
]
