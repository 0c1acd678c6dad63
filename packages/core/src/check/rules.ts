import type { Rule } from './rule.ts'
import { unknownAttribute } from './rules/attributes/unknown-attribute.ts'
import { unusualForm } from './rules/attributes/unusual-form.ts'
import { artifactSeparator, artifactTooEarly } from './rules/artifacts/artifact.ts'
import { cacheName, cacheSize } from './rules/cache/cache-volume.ts'
import { emptyCommand } from './rules/commands/empty-command.ts'
import { blockInGate } from './rules/concurrency/block-in-gate.ts'
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
import { doubtfulNegation } from './rules/conditions/doubtful-negation.ts'
import { escapedAnchor } from './rules/conditions/escaped-anchor.ts'
import { neverNull } from './rules/conditions/never-null.ts'
import { foreignKey, nearKey } from './rules/dependencies/foreign-key.ts'
import { lostDependency } from './rules/dependencies/lost-dependency.ts'
import { redundantDependency } from './rules/dependencies/redundant-dependency.ts'
import {
  dollarInKey,
  dollarNotInterpolated,
  escapedDollar,
  variableWithoutShell,
} from './rules/dollars/literal-dollar.ts'
import { variableName } from './rules/env/variable-name.ts'
import {
  interpolatedAssignment,
  interpolatedJobVariable,
  interpolatedOwnEnv,
  interpolatedPowerShell,
} from './rules/expressions/eaten-variable.ts'
import { dynamicKey, interpolatedPlace, nothingToInterpolate } from './rules/expressions/expression.ts'
import { reasonWhileAllowed, unreachableRetry } from './rules/failures/retry.ts'
import { signalReason } from './rules/failures/signal-reason.ts'
import {
  softFailExitStatus,
  softFailingDeploy,
  softFailingPublish,
  triggerAsyncSoftFail,
} from './rules/failures/soft-fail.ts'
import { defaultNotAnOption, severalDefaults } from './rules/forms/form-default.ts'
import { duplicateField, duplicateOption } from './rules/forms/form-duplicate.ts'
import { unknownGate, unmetGate } from './rules/gates/gate.ts'
import { movedImage } from './rules/gates/moved-image.ts'
import { olderDeploy } from './rules/gates/older-deploy.ts'
import { passableGate } from './rules/gates/passable-gate.ts'
import { tooManyJobs, tooManyJobsInBuild } from './rules/limits/too-many-jobs.ts'
import { adjustmentDimensions, adjustmentSkipsNothing } from './rules/matrix/matrix-adjustment.ts'
import { matrixElementLength, matrixTooLarge, matrixWithParallelism } from './rules/matrix/matrix-limit.ts'
import {
  dollarBeforeToken,
  matrixToken,
  tokenNotExpanded,
  tokenWithoutMatrix,
  unusedMatrix,
} from './rules/matrix/matrix-token.ts'
import { slackChannel } from './rules/notifications/slack-channel.ts'
import { idleBlock, idleWait, waitBesideBlock } from './rules/order/idle-barrier.ts'
import { jumpedBlock, jumpedWait } from './rules/order/jumped-barrier.ts'
import { narrowWait } from './rules/order/narrow-wait.ts'
import { neverStarts } from './rules/order/never-starts.ts'
import { movingPlugin, unpinnedPlugin } from './rules/plugins/plugin-version.ts'
import { pluginOptionBeside } from './rules/plugins/plugin-option-beside.ts'
import { secretPluginOption } from './rules/plugins/secret-plugin-option.ts'
import { deployWithoutConcurrency, deployWithoutTimeout, noRetry, noTimeout } from './rules/policy/careless-step.ts'
import { secretName } from './rules/secrets/secret-name.ts'
import { credentialInText, secretInEnv, throwawayCredential } from './rules/secrets/written-secret.ts'
import { branchesRegex, branchesSeparator, ifWithBranches } from './rules/selection/branches.ts'
import { emptyPipeline } from './rules/structure/empty-pipeline.ts'
import { skipWord } from './rules/selection/skip-word.ts'
import { ifChangedGlob, ifChangedNothing } from './rules/selection/if-changed.ts'
import { triggerSlug, triggerSubstitution } from './rules/triggers/trigger.ts'
import { releaseCache } from './rules/cache/release-cache.ts'
import { unconfinedContainer } from './rules/containers/unconfined-container.ts'
import {
  approvalByAnybody,
  deployByBranchAlone,
  deployByMessage,
  deployByPartOfBranch,
} from './rules/gates/deploy-decision.ts'
import { outsiderAsCode, outsiderInUpload, outsiderUnquoted } from './rules/outsiders/outsider-in-shell.ts'
import {
  outsiderHandedOn,
  outsiderInAgents,
  outsiderInCommand,
  outsiderInPlugin,
} from './rules/outsiders/outsider-text.ts'
import { downloadAndRun } from './rules/pinning/download-and-run.ts'
import { imageWithoutDigest, movingImage } from './rules/pinning/image.ts'
import { toolWithoutVersion } from './rules/pinning/tool-version.ts'
import { pluginWithoutCommit } from './rules/pinning/plugin-commit.ts'
import {
  environmentHandedOn,
  secretFilledIn,
  secretForOtherPipeline,
  secretsForAll,
  secretsForForks,
} from './rules/secrets/secret-reach.ts'

/** Every rule, subject by subject. Adding one touches its file, its catalogue page and this list. */
export const rules: readonly Rule[] = [
  emptyPipeline,

  unknownAttribute,
  unusualForm,

  tooManyJobs,
  tooManyJobsInBuild,

  matrixTooLarge,
  matrixElementLength,
  matrixWithParallelism,
  adjustmentDimensions,
  adjustmentSkipsNothing,
  matrixToken,
  tokenWithoutMatrix,
  dollarBeforeToken,
  unusedMatrix,
  tokenNotExpanded,

  softFailExitStatus,
  reasonWhileAllowed,
  unreachableRetry,
  signalReason,
  triggerAsyncSoftFail,
  softFailingDeploy,
  softFailingPublish,

  cacheName,
  cacheSize,

  concurrencyWithoutGroup,
  groupWithoutConcurrency,
  methodWithoutConcurrency,
  mixedConcurrency,
  mixedConcurrencyMethod,
  blockInGate,

  duplicateField,
  defaultNotAnOption,
  severalDefaults,
  duplicateOption,

  ifWithBranches,
  branchesSeparator,
  branchesRegex,
  ifChangedGlob,
  ifChangedNothing,
  skipWord,

  conditionSyntax,
  conditionName,
  conditionType,
  conditionRegex,
  conditionAvailability,
  conditionResult,
  conditionWord,
  conditionEnvironment,
  doubtfulNegation,
  buildStateInStep,
  neverNull,
  escapedAnchor,
  constantCondition,
  blankCondition,
  unknownYet,

  jumpedBlock,
  jumpedWait,
  neverStarts,
  idleBlock,
  idleWait,
  waitBesideBlock,
  narrowWait,

  unmetGate,
  unknownGate,
  passableGate,
  olderDeploy,
  movedImage,

  nearKey,
  foreignKey,
  redundantDependency,
  lostDependency,

  emptyCommand,
  variableName,
  artifactTooEarly,
  artifactSeparator,
  slackChannel,
  triggerSlug,
  triggerSubstitution,

  escapedDollar,
  dollarNotInterpolated,
  variableWithoutShell,
  dollarInKey,

  interpolatedPlace,
  interpolatedOwnEnv,
  interpolatedAssignment,
  interpolatedJobVariable,
  interpolatedPowerShell,
  nothingToInterpolate,
  dynamicKey,

  secretName,
  secretInEnv,
  credentialInText,
  throwawayCredential,

  pluginOptionBeside,
  unpinnedPlugin,
  movingPlugin,
  secretPluginOption,

  deployWithoutConcurrency,
  deployWithoutTimeout,
  noRetry,
  noTimeout,

  outsiderInCommand,
  outsiderInAgents,
  outsiderInPlugin,
  outsiderHandedOn,
  outsiderAsCode,
  outsiderInUpload,
  outsiderUnquoted,
  downloadAndRun,
  movingImage,
  imageWithoutDigest,
  pluginWithoutCommit,
  toolWithoutVersion,
  secretFilledIn,
  secretsForAll,
  environmentHandedOn,
  secretsForForks,
  secretForOtherPipeline,
  deployByMessage,
  deployByPartOfBranch,
  deployByBranchAlone,
  approvalByAnybody,
  releaseCache,
  unconfinedContainer,
]
