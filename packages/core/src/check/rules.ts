import type { Rule } from './rule.ts'
import { adjustmentDimensions } from './rules/adjustment-dimensions.ts'
import { adjustmentSkipsNothing } from './rules/adjustment-skips-nothing.ts'
import { branchesRegex } from './rules/branches-regex.ts'
import { branchesSeparator } from './rules/branches-separator.ts'
import { cacheName } from './rules/cache-name.ts'
import { cacheSize } from './rules/cache-size.ts'
import { concurrencyWithoutGroup } from './rules/concurrency-without-group.ts'
import { credentialInText } from './rules/credential-in-text.ts'
import { defaultNotAnOption } from './rules/default-not-an-option.ts'
import { deployWithoutConcurrency } from './rules/deploy-without-concurrency.ts'
import { deployWithoutTimeout } from './rules/deploy-without-timeout.ts'
import { dollarInKey } from './rules/dollar-in-key.ts'
import { dollarNotInterpolated } from './rules/dollar-not-interpolated.ts'
import { duplicateField } from './rules/duplicate-field.ts'
import { duplicateOption } from './rules/duplicate-option.ts'
import { dynamicKey } from './rules/dynamic-key.ts'
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
import { uploadLookAlike } from './rules/upload-look-alike.ts'
import { variableWithoutShell } from './rules/variable-without-shell.ts'
import { waitBesideBlock } from './rules/wait-beside-block.ts'
import type { Subject } from './subjects.ts'

/** Every rule but those about conditions. Adding one touches its file, its catalogue page and this list. */
const rules: { readonly [subject in Exclude<Subject, 'conditions'>]: readonly Rule[] } = {
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
  order: [jumpedBlock, jumpedWait, neverStarts, idleBlock, idleWait, waitBesideBlock],
  gates: [unmetGate, unknownGate],
  dependencies: [redundantDependency, lostDependency],
  dollars: [uploadLookAlike, dollarNotInterpolated, variableWithoutShell, dollarInKey],
  expressions: [interpolatedPlace, interpolatedOwnEnv, nothingToInterpolate, dynamicKey],
  secrets: [secretName, secretInEnv, credentialInText],
  plugins: [unpinnedPlugin, movingPlugin, secretPluginOption],
  policy: [deployWithoutConcurrency, deployWithoutTimeout, noRetry, noTimeout],
}

/** The rules about some subjects. Those about conditions come with the reader of their language, and by themselves. */
export async function rulesAbout(subjects: readonly Subject[]): Promise<readonly Rule[]> {
  const asked = subjects.map(async (subject) =>
    subject === 'conditions' ? (await import('./condition-rules.ts')).conditionRules : rules[subject],
  )
  return (await Promise.all(asked)).flat()
}
