import type { Rule } from './rule.ts'
import { cacheName, cacheSize } from './rules/cache/cache-volume.ts'
import {
  concurrencyWithoutGroup,
  groupWithoutConcurrency,
  methodWithoutConcurrency,
} from './rules/concurrency/incomplete-concurrency.ts'
import { mixedConcurrency, mixedConcurrencyMethod } from './rules/concurrency/mixed-concurrency.ts'
import { buildStateInStep, unknownYet } from './rules/conditions/asked-too-early.ts'
import {
  conditionAvailability,
  conditionEnvironment,
  conditionName,
  conditionRegex,
  conditionResult,
  conditionSyntax,
  conditionType,
  conditionWord,
} from './rules/conditions/condition-mistake.ts'
import { blankCondition, constantCondition } from './rules/conditions/constant-condition.ts'
import { escapedAnchor } from './rules/conditions/escaped-anchor.ts'
import { neverNull } from './rules/conditions/never-null.ts'
import { lostDependency } from './rules/dependencies/lost-dependency.ts'
import { redundantDependency } from './rules/dependencies/redundant-dependency.ts'
import {
  dollarInKey,
  dollarNotInterpolated,
  uploadLookAlike,
  variableWithoutShell,
} from './rules/dollars/literal-dollar.ts'
import { dynamicKey, interpolatedPlace, nothingToInterpolate } from './rules/expressions/expression.ts'
import { interpolatedOwnEnv } from './rules/expressions/interpolated-own-env.ts'
import { reasonWhileAllowed, unreachableRetry } from './rules/failures/retry.ts'
import { softFailExitStatus, softFailingDeploy, triggerAsyncSoftFail } from './rules/failures/soft-fail.ts'
import { defaultNotAnOption, severalDefaults } from './rules/forms/form-default.ts'
import { duplicateField, duplicateOption } from './rules/forms/form-duplicate.ts'
import { unknownGate, unmetGate } from './rules/gates/gate.ts'
import { tooManyJobs, tooManyJobsInBuild } from './rules/limits/too-many-jobs.ts'
import { adjustmentDimensions, adjustmentSkipsNothing } from './rules/matrix/matrix-adjustment.ts'
import { matrixElementLength, matrixTooLarge, matrixWithParallelism } from './rules/matrix/matrix-limit.ts'
import { matrixToken, tokenNotExpanded, tokenWithoutMatrix, unusedMatrix } from './rules/matrix/matrix-token.ts'
import { idleBlock, idleWait, waitBesideBlock } from './rules/order/idle-barrier.ts'
import { jumpedBlock, jumpedWait } from './rules/order/jumped-barrier.ts'
import { neverStarts } from './rules/order/never-starts.ts'
import { movingPlugin, unpinnedPlugin } from './rules/plugins/plugin-version.ts'
import { secretPluginOption } from './rules/plugins/secret-plugin-option.ts'
import { deployWithoutConcurrency, deployWithoutTimeout, noRetry, noTimeout } from './rules/policy/careless-step.ts'
import { secretName } from './rules/secrets/secret-name.ts'
import { credentialInText, secretInEnv } from './rules/secrets/written-secret.ts'
import { branchesRegex, branchesSeparator, ifWithBranches } from './rules/selection/branches.ts'
import { ifChangedGlob, ifChangedNothing } from './rules/selection/if-changed.ts'
import type { Subject } from './subjects.ts'

/** Every rule. Adding one touches its file, its catalogue page and this list. */
const rules: { readonly [subject in Subject]: readonly Rule[] } = {
  limits: [tooManyJobs, tooManyJobsInBuild],
  matrix: [
    matrixTooLarge,
    matrixElementLength,
    matrixWithParallelism,
    adjustmentDimensions,
    adjustmentSkipsNothing,
    matrixToken,
    tokenWithoutMatrix,
    unusedMatrix,
    tokenNotExpanded,
  ],
  failures: [softFailExitStatus, reasonWhileAllowed, unreachableRetry, triggerAsyncSoftFail, softFailingDeploy],
  cache: [cacheName, cacheSize],
  concurrency: [
    concurrencyWithoutGroup,
    groupWithoutConcurrency,
    methodWithoutConcurrency,
    mixedConcurrency,
    mixedConcurrencyMethod,
  ],
  forms: [duplicateField, defaultNotAnOption, severalDefaults, duplicateOption],
  selection: [ifWithBranches, branchesSeparator, branchesRegex, ifChangedGlob, ifChangedNothing],
  conditions: [
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
  ],
  order: [jumpedBlock, jumpedWait, neverStarts, idleBlock, idleWait, waitBesideBlock],
  gates: [unmetGate, unknownGate],
  dependencies: [redundantDependency, lostDependency],
  dollars: [uploadLookAlike, dollarNotInterpolated, variableWithoutShell, dollarInKey],
  expressions: [interpolatedPlace, interpolatedOwnEnv, nothingToInterpolate, dynamicKey],
  secrets: [secretName, secretInEnv, credentialInText],
  plugins: [unpinnedPlugin, movingPlugin, secretPluginOption],
  policy: [deployWithoutConcurrency, deployWithoutTimeout, noRetry, noTimeout],
}

/** The rules about some subjects. */
export function rulesAbout(subjects: readonly Subject[]): readonly Rule[] {
  return subjects.flatMap((subject) => rules[subject])
}
