import type { Rule } from './rule.ts'
import { adjustmentDimensions } from './rules/adjustment-dimensions.ts'
import { adjustmentSkipsNothing } from './rules/adjustment-skips-nothing.ts'
import { blankCondition } from './rules/blank-condition.ts'
import { branchesRegex } from './rules/branches-regex.ts'
import { branchesSeparator } from './rules/branches-separator.ts'
import { buildStateInStep } from './rules/build-state-in-step.ts'
import { cacheName } from './rules/cache-name.ts'
import { cacheSize } from './rules/cache-size.ts'
import { concurrencyWithoutGroup } from './rules/concurrency-without-group.ts'
import { conditionAvailability } from './rules/condition-availability.ts'
import { conditionEnvironment } from './rules/condition-environment.ts'
import { conditionName } from './rules/condition-name.ts'
import { conditionRegex } from './rules/condition-regex.ts'
import { conditionResult } from './rules/condition-result.ts'
import { conditionSyntax } from './rules/condition-syntax.ts'
import { conditionType } from './rules/condition-type.ts'
import { conditionWord } from './rules/condition-word.ts'
import { constantCondition } from './rules/constant-condition.ts'
import { credentialInText } from './rules/credential-in-text.ts'
import { defaultNotAnOption } from './rules/default-not-an-option.ts'
import { deployWithoutConcurrency } from './rules/deploy-without-concurrency.ts'
import { deployWithoutTimeout } from './rules/deploy-without-timeout.ts'
import { dollarInKey } from './rules/dollar-in-key.ts'
import { dollarNotInterpolated } from './rules/dollar-not-interpolated.ts'
import { duplicateField } from './rules/duplicate-field.ts'
import { duplicateOption } from './rules/duplicate-option.ts'
import { dynamicKey } from './rules/dynamic-key.ts'
import { escapedAnchor } from './rules/escaped-anchor.ts'
import { groupWithoutConcurrency } from './rules/group-without-concurrency.ts'
import { idleBlock } from './rules/idle-block.ts'
import { idleWait } from './rules/idle-wait.ts'
import { ifChangedGlob } from './rules/if-changed-glob.ts'
import { ifChangedNothing } from './rules/if-changed-nothing.ts'
import { ifWithBranches } from './rules/if-with-branches.ts'
import { interpolatedOwnEnv } from './rules/interpolated-own-env.ts'
import { interpolatedPlace } from './rules/interpolated-place.ts'
import { jumpedBlock } from './rules/jumped-block.ts'
import { jumpedWait } from './rules/jumped-wait.ts'
import { lostDependency } from './rules/lost-dependency.ts'
import { matrixElementLength } from './rules/matrix-element-length.ts'
import { matrixTooLarge } from './rules/matrix-jobs.ts'
import { matrixToken } from './rules/matrix-token.ts'
import { matrixWithParallelism } from './rules/matrix-with-parallelism.ts'
import { methodWithoutConcurrency } from './rules/method-without-concurrency.ts'
import { mixedConcurrencyMethod } from './rules/mixed-concurrency-method.ts'
import { mixedConcurrency } from './rules/mixed-concurrency.ts'
import { movingPlugin } from './rules/moving-plugin.ts'
import { neverNull } from './rules/never-null.ts'
import { neverStarts } from './rules/never-starts.ts'
import { noRetry } from './rules/no-retry.ts'
import { noTimeout } from './rules/no-timeout.ts'
import { nothingToInterpolate } from './rules/nothing-to-interpolate.ts'
import { reasonWhileAllowed } from './rules/reason-while-allowed.ts'
import { redundantDependency } from './rules/redundant-dependency.ts'
import { secretInEnv } from './rules/secret-in-env.ts'
import { secretName } from './rules/secret-name.ts'
import { secretPluginOption } from './rules/secret-plugin-option.ts'
import { severalDefaults } from './rules/several-defaults.ts'
import { softFailExitStatus } from './rules/soft-fail-exit-status.ts'
import { softFailingDeploy } from './rules/soft-failing-deploy.ts'
import { tokenNotExpanded } from './rules/token-not-expanded.ts'
import { tokenWithoutMatrix } from './rules/token-without-matrix.ts'
import { tooManyJobsInBuild } from './rules/too-many-jobs-in-build.ts'
import { tooManyJobs } from './rules/too-many-jobs.ts'
import { triggerAsyncSoftFail } from './rules/trigger-async-soft-fail.ts'
import { unknownGate } from './rules/unknown-gate.ts'
import { unmetGate } from './rules/unmet-gate.ts'
import { unpinnedPlugin } from './rules/unpinned-plugin.ts'
import { unreachableRetry } from './rules/unreachable-retry.ts'
import { unusedMatrix } from './rules/unused-matrix.ts'
import { unknownYet } from './rules/unknown-yet.ts'
import { uploadLookAlike } from './rules/upload-look-alike.ts'
import { variableWithoutShell } from './rules/variable-without-shell.ts'
import { waitBesideBlock } from './rules/wait-beside-block.ts'

/** Every rule, by its code. Adding one touches its file, its catalogue page and this list. */
export const rules: readonly Rule[] = [
  tooManyJobs,
  tooManyJobsInBuild,
  matrixTooLarge,
  matrixElementLength,
  softFailExitStatus,
  cacheName,
  cacheSize,
  secretName,
  concurrencyWithoutGroup,
  groupWithoutConcurrency,
  methodWithoutConcurrency,
  ifWithBranches,
  matrixWithParallelism,
  adjustmentDimensions,
  adjustmentSkipsNothing,
  matrixToken,
  tokenWithoutMatrix,
  unusedMatrix,
  tokenNotExpanded,
  duplicateField,
  dynamicKey,
  defaultNotAnOption,
  severalDefaults,
  duplicateOption,
  reasonWhileAllowed,
  unreachableRetry,
  ifChangedGlob,
  ifChangedNothing,
  branchesSeparator,
  branchesRegex,
  triggerAsyncSoftFail,
  jumpedBlock,
  jumpedWait,
  neverStarts,
  unmetGate,
  unknownGate,
  idleBlock,
  idleWait,
  waitBesideBlock,
  redundantDependency,
  lostDependency,
  mixedConcurrency,
  mixedConcurrencyMethod,
  conditionSyntax,
  conditionName,
  conditionType,
  conditionRegex,
  conditionAvailability,
  conditionResult,
  conditionWord,
  conditionEnvironment,
  buildStateInStep,
  neverNull,
  escapedAnchor,
  constantCondition,
  blankCondition,
  unknownYet,
  interpolatedPlace,
  uploadLookAlike,
  secretInEnv,
  credentialInText,
  secretPluginOption,
  dollarNotInterpolated,
  variableWithoutShell,
  interpolatedOwnEnv,
  nothingToInterpolate,
  dollarInKey,
  unpinnedPlugin,
  movingPlugin,
  softFailingDeploy,
  deployWithoutConcurrency,
  deployWithoutTimeout,
  noRetry,
  noTimeout,
]
