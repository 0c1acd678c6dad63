import { conditionRules } from './condition-rules.ts'
import type { Rule } from './rule.ts'
import { adjustmentDimensions } from './rules/matrix/adjustment-dimensions.ts'
import { adjustmentSkipsNothing } from './rules/matrix/adjustment-skips-nothing.ts'
import { branchesRegex } from './rules/selection/branches-regex.ts'
import { branchesSeparator } from './rules/selection/branches-separator.ts'
import { cacheName } from './rules/cache/cache-name.ts'
import { cacheSize } from './rules/cache/cache-size.ts'
import { concurrencyWithoutGroup } from './rules/concurrency/concurrency-without-group.ts'
import { credentialInText } from './rules/secrets/credential-in-text.ts'
import { defaultNotAnOption } from './rules/forms/default-not-an-option.ts'
import { deployWithoutConcurrency } from './rules/policy/deploy-without-concurrency.ts'
import { deployWithoutTimeout } from './rules/policy/deploy-without-timeout.ts'
import { dollarInKey } from './rules/dollars/dollar-in-key.ts'
import { dollarNotInterpolated } from './rules/dollars/dollar-not-interpolated.ts'
import { duplicateField } from './rules/forms/duplicate-field.ts'
import { duplicateOption } from './rules/forms/duplicate-option.ts'
import { dynamicKey } from './rules/expressions/dynamic-key.ts'
import { groupWithoutConcurrency } from './rules/concurrency/group-without-concurrency.ts'
import { idleBlock } from './rules/order/idle-block.ts'
import { idleWait } from './rules/order/idle-wait.ts'
import { ifChangedGlob } from './rules/selection/if-changed-glob.ts'
import { ifChangedNothing } from './rules/selection/if-changed-nothing.ts'
import { ifWithBranches } from './rules/selection/if-with-branches.ts'
import { interpolatedOwnEnv } from './rules/expressions/interpolated-own-env.ts'
import { interpolatedPlace } from './rules/expressions/interpolated-place.ts'
import { jumpedBlock } from './rules/order/jumped-block.ts'
import { jumpedWait } from './rules/order/jumped-wait.ts'
import { lostDependency } from './rules/dependencies/lost-dependency.ts'
import { matrixElementLength } from './rules/matrix/matrix-element-length.ts'
import { matrixTooLarge } from './rules/matrix/matrix-jobs.ts'
import { matrixToken } from './rules/matrix/matrix-token.ts'
import { matrixWithParallelism } from './rules/matrix/matrix-with-parallelism.ts'
import { methodWithoutConcurrency } from './rules/concurrency/method-without-concurrency.ts'
import { mixedConcurrencyMethod } from './rules/concurrency/mixed-concurrency-method.ts'
import { mixedConcurrency } from './rules/concurrency/mixed-concurrency.ts'
import { movingPlugin } from './rules/plugins/moving-plugin.ts'
import { neverStarts } from './rules/order/never-starts.ts'
import { noRetry } from './rules/policy/no-retry.ts'
import { noTimeout } from './rules/policy/no-timeout.ts'
import { nothingToInterpolate } from './rules/expressions/nothing-to-interpolate.ts'
import { reasonWhileAllowed } from './rules/failures/reason-while-allowed.ts'
import { redundantDependency } from './rules/dependencies/redundant-dependency.ts'
import { secretInEnv } from './rules/secrets/secret-in-env.ts'
import { secretName } from './rules/secrets/secret-name.ts'
import { secretPluginOption } from './rules/plugins/secret-plugin-option.ts'
import { severalDefaults } from './rules/forms/several-defaults.ts'
import { softFailExitStatus } from './rules/failures/soft-fail-exit-status.ts'
import { softFailingDeploy } from './rules/failures/soft-failing-deploy.ts'
import { tokenNotExpanded } from './rules/matrix/token-not-expanded.ts'
import { tokenWithoutMatrix } from './rules/matrix/token-without-matrix.ts'
import { tooManyJobsInBuild } from './rules/limits/too-many-jobs-in-build.ts'
import { tooManyJobs } from './rules/limits/too-many-jobs.ts'
import { triggerAsyncSoftFail } from './rules/failures/trigger-async-soft-fail.ts'
import { unknownGate } from './rules/gates/unknown-gate.ts'
import { unmetGate } from './rules/gates/unmet-gate.ts'
import { unpinnedPlugin } from './rules/plugins/unpinned-plugin.ts'
import { unreachableRetry } from './rules/failures/unreachable-retry.ts'
import { unusedMatrix } from './rules/matrix/unused-matrix.ts'
import { uploadLookAlike } from './rules/dollars/upload-look-alike.ts'
import { variableWithoutShell } from './rules/dollars/variable-without-shell.ts'
import { waitBesideBlock } from './rules/order/wait-beside-block.ts'

/** Every rule, subject by subject. Adding one touches its file, its catalogue page and this list. */
export const rules: readonly Rule[] = [
  tooManyJobs,
  tooManyJobsInBuild,

  matrixTooLarge,
  matrixElementLength,
  matrixWithParallelism,
  adjustmentDimensions,
  adjustmentSkipsNothing,
  matrixToken,
  tokenWithoutMatrix,
  unusedMatrix,
  tokenNotExpanded,

  softFailExitStatus,
  reasonWhileAllowed,
  unreachableRetry,
  triggerAsyncSoftFail,
  softFailingDeploy,

  cacheName,
  cacheSize,

  concurrencyWithoutGroup,
  groupWithoutConcurrency,
  methodWithoutConcurrency,
  mixedConcurrency,
  mixedConcurrencyMethod,

  duplicateField,
  defaultNotAnOption,
  severalDefaults,
  duplicateOption,

  ifWithBranches,
  branchesSeparator,
  branchesRegex,
  ifChangedGlob,
  ifChangedNothing,

  ...conditionRules,

  jumpedBlock,
  jumpedWait,
  neverStarts,
  idleBlock,
  idleWait,
  waitBesideBlock,

  unmetGate,
  unknownGate,

  redundantDependency,
  lostDependency,

  uploadLookAlike,
  dollarNotInterpolated,
  variableWithoutShell,
  dollarInKey,

  interpolatedPlace,
  interpolatedOwnEnv,
  nothingToInterpolate,
  dynamicKey,

  secretName,
  secretInEnv,
  credentialInText,

  unpinnedPlugin,
  movingPlugin,
  secretPluginOption,

  deployWithoutConcurrency,
  deployWithoutTimeout,
  noRetry,
  noTimeout,
]
