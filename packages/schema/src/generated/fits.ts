// Written by `pnpm codegen` from schemas/pipeline.schema.json. Edit that file instead.

import { isInterpolated } from '../interpolated.ts'
import type { PlainMap } from '../plain-map.ts'
import { isListOf, isMap, isMapOf, isText, isWhole } from '../validate/plain.ts'
import type { StepKind } from './step-kind.ts'

function isCommandCommandItem(item: unknown): boolean {
  return (
    typeof item === 'string' ||
    typeof item === 'number' ||
    typeof item === 'boolean' ||
    item === null ||
    isInterpolated(item)
  )
}

function isDependency(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'step':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        case 'allow_failure':
          if (typeof item === 'boolean' || item === 'true' || item === 'false' || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return value['step'] !== undefined
}

function isDependsOnItem(item: unknown): boolean {
  return typeof item === 'string' || (isMap(item) && isDependency(item)) || isInterpolated(item)
}

function isBranchesItem(item: unknown): boolean {
  return typeof item === 'string' || isInterpolated(item)
}

function isIfChanged(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'include':
        case 'exclude':
          if (typeof item === 'string' || isListOf(item, isBranchesItem, 0, Infinity) || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return value['include'] !== undefined
}

function isMatrixAdjustmentWithEntry(item: unknown): boolean {
  return (
    typeof item === 'string' || isWhole(item, -Infinity, Infinity) || typeof item === 'boolean' || isInterpolated(item)
  )
}

function isSoftFailRule(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'exit_status':
          if (item === '*' || isWhole(item, -Infinity, Infinity) || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return true
}

function isMatrixAdjustmentSoftFailItem(item: unknown): boolean {
  return isMap(item) && isSoftFailRule(item)
}

function isMatrixAdjustment(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'with':
          if (
            isMapOf(item, isMatrixAdjustmentWithEntry) ||
            typeof item === 'string' ||
            isWhole(item, -Infinity, Infinity) ||
            typeof item === 'boolean' ||
            isInterpolated(item)
          )
            break
          return false
        case 'skip':
          if (typeof item === 'boolean' || typeof item === 'string' || isInterpolated(item)) break
          return false
        case 'soft_fail':
          if (
            typeof item === 'boolean' ||
            item === 'true' ||
            item === 'false' ||
            isListOf(item, isMatrixAdjustmentSoftFailItem, 0, Infinity) ||
            isInterpolated(item)
          )
            break
          return false
        default:
          return false
      }
  }
  return value['with'] !== undefined
}

function isMatrixAdjustmentsItem(item: unknown): boolean {
  return isMap(item) && isMatrixAdjustment(item)
}

function isMatrix(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'setup':
          if (isListOf(item, isCommandCommandItem, 0, 25)) break
          return false
        case 'adjustments':
          if (isListOf(item, isMatrixAdjustmentsItem, 0, 12)) break
          return false
        default:
          return false
      }
  }
  return value['setup'] !== undefined
}

function isSecretVariable(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'key':
          if (isText(item, 1, 255) || isInterpolated(item)) break
          return false
        case 'environment_variable':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return value['key'] !== undefined
}

function isSecretListItem(item: unknown): boolean {
  return isText(item, 1, 255) || (isMap(item) && isSecretVariable(item)) || isInterpolated(item)
}

function isSecretMapEntry(item: unknown): boolean {
  return isText(item, 1, 255) || isInterpolated(item)
}

function isCommandPluginsItem(item: unknown): boolean {
  return typeof item === 'string' || isMap(item) || isInterpolated(item)
}

function isAgentTagsEntry(item: unknown): boolean {
  return typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean' || isInterpolated(item)
}

function isCheckoutFlags(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'clone':
        case 'fetch':
        case 'checkout':
        case 'clean':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return true
}

function isSparseCheckout(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'paths':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return value['paths'] !== undefined
}

function isCheckout(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'skip':
        case 'submodules':
        case 'lfs':
          if (typeof item === 'boolean' || item === null || isInterpolated(item)) break
          return false
        case 'depth':
          if (isWhole(item, 1, Infinity) || item === null || isInterpolated(item)) break
          return false
        case 'flags':
          if ((isMap(item) && isCheckoutFlags(item)) || item === null) break
          return false
        case 'sparse':
          if ((isMap(item) && isSparseCheckout(item)) || item === null) break
          return false
        case 'ssh_secret':
          if (isText(item, 1, 255) || isInterpolated(item)) break
          return false
        case 'commit_verification':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return true
}

function isCacheVolume(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'name':
          if (isText(item, 0, 100) || isInterpolated(item)) break
          return false
        case 'size':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        case 'paths':
          if (isListOf(item, isAgentTagsEntry, 0, Infinity) || typeof item === 'string' || isInterpolated(item)) break
          return false
        case 'disabled':
          if (typeof item === 'boolean' || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return true
}

function isRetryRuleExitStatusItem(item: unknown): boolean {
  return isWhole(item, -1, 255) || isInterpolated(item)
}

function isRetryRule(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'exit_status':
          if (
            item === '*' ||
            isWhole(item, -1, 255) ||
            isListOf(item, isRetryRuleExitStatusItem, 0, Infinity) ||
            isInterpolated(item)
          )
            break
          return false
        case 'signal':
        case 'signal_reason':
          if (typeof item === 'string' || isListOf(item, isBranchesItem, 0, Infinity) || isInterpolated(item)) break
          return false
        case 'limit':
          if (isWhole(item, 0, 10) || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return true
}

function isRetryAutomaticItem(item: unknown): boolean {
  return isMap(item) && isRetryRule(item)
}

function isManualRetry(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'allowed':
        case 'permit_on_passed':
          if (typeof item === 'boolean' || item === 'true' || item === 'false' || isInterpolated(item)) break
          return false
        case 'reason':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return true
}

function isRetry(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'automatic':
          if (
            typeof item === 'boolean' ||
            item === 'true' ||
            item === 'false' ||
            (isMap(item) && isRetryRule(item)) ||
            isListOf(item, isRetryAutomaticItem, 0, Infinity) ||
            isInterpolated(item)
          )
            break
          return false
        case 'manual':
          if (
            typeof item === 'boolean' ||
            item === 'true' ||
            item === 'false' ||
            (isMap(item) && isManualRetry(item)) ||
            isInterpolated(item)
          )
            break
          return false
        default:
          return false
      }
  }
  return true
}

function isCommandNotifyItem(item: unknown): boolean {
  return item === 'github_check' || item === 'github_commit_status' || isInterpolated(item)
}

function isSignature(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'algorithm':
        case 'value':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        case 'signed_fields':
          if (isListOf(item, isBranchesItem, 0, Infinity)) break
          return false
        default:
          return false
      }
  }
  return true
}

function isCommand(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'label':
          if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean' || isInterpolated(item))
            break
          return false
        case 'key':
          if (typeof item === 'number' || typeof item === 'boolean' || isInterpolated(item)) break
          return false
        case 'command':
          if (
            typeof item === 'string' ||
            isListOf(item, isCommandCommandItem, 0, Infinity) ||
            typeof item === 'number' ||
            typeof item === 'boolean' ||
            item === null ||
            isInterpolated(item)
          )
            break
          return false
        case 'depends_on':
          if (
            item === null ||
            typeof item === 'string' ||
            isListOf(item, isDependsOnItem, 0, Infinity) ||
            isInterpolated(item)
          )
            break
          return false
        case 'allow_dependency_failure':
        case 'cancel_on_build_failing':
          if (typeof item === 'boolean' || item === 'true' || item === 'false' || isInterpolated(item)) break
          return false
        case 'if':
        case 'image':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        case 'branches':
        case 'artifact_paths':
          if (typeof item === 'string' || isListOf(item, isBranchesItem, 0, Infinity) || isInterpolated(item)) break
          return false
        case 'if_changed':
          if (
            typeof item === 'string' ||
            isListOf(item, isBranchesItem, 0, Infinity) ||
            (isMap(item) && isIfChanged(item)) ||
            isInterpolated(item)
          )
            break
          return false
        case 'skip':
          if (typeof item === 'boolean' || typeof item === 'string' || isInterpolated(item)) break
          return false
        case 'matrix':
          if (isListOf(item, isCommandCommandItem, 0, 25) || (isMap(item) && isMatrix(item)) || item === null) break
          return false
        case 'parallelism':
        case 'timeout_in_minutes':
        case 'concurrency':
          if (isWhole(item, 1, Infinity) || isInterpolated(item)) break
          return false
        case 'env':
          if (isMapOf(item, isCommandCommandItem) || item === null) break
          return false
        case 'secrets':
          if (isListOf(item, isSecretListItem, 0, Infinity) || isMapOf(item, isSecretMapEntry)) break
          return false
        case 'plugins':
          if (isListOf(item, isCommandPluginsItem, 0, Infinity) || isMap(item) || item === null) break
          return false
        case 'agents':
          if (isMapOf(item, isAgentTagsEntry) || isListOf(item, isBranchesItem, 0, Infinity)) break
          return false
        case 'priority':
          if (isWhole(item, -Infinity, Infinity) || isInterpolated(item)) break
          return false
        case 'checkout':
          if ((isMap(item) && isCheckout(item)) || item === null) break
          return false
        case 'cache':
          if (
            typeof item === 'string' ||
            isListOf(item, isAgentTagsEntry, 0, Infinity) ||
            (isMap(item) && isCacheVolume(item)) ||
            item === false ||
            item === true ||
            item === null ||
            isInterpolated(item)
          )
            break
          return false
        case 'retry':
          if (isMap(item) && isRetry(item)) break
          return false
        case 'soft_fail':
          if (
            typeof item === 'boolean' ||
            item === 'true' ||
            item === 'false' ||
            isListOf(item, isMatrixAdjustmentSoftFailItem, 0, Infinity) ||
            isInterpolated(item)
          )
            break
          return false
        case 'concurrency_group':
          if (isText(item, 0, 200) || isInterpolated(item)) break
          return false
        case 'concurrency_method':
          if (item === 'ordered' || item === 'eager' || isInterpolated(item)) break
          return false
        case 'notify':
          if (isListOf(item, isCommandNotifyItem, 0, Infinity)) break
          return false
        case 'signature':
          if ((isMap(item) && isSignature(item)) || item === null) break
          return false
        case 'type':
          if (item === 'command' || item === 'script' || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return value['command'] !== undefined || value['plugins'] !== undefined
}

function isBlock(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'block':
          if (typeof item === 'string' || item === null || isInterpolated(item)) break
          return false
        case 'key':
          if (typeof item === 'number' || typeof item === 'boolean' || isInterpolated(item)) break
          return false
        case 'prompt':
        case 'submit':
        case 'if':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        case 'blocked_state':
          if (item === 'passed' || item === 'failed' || item === 'running' || isInterpolated(item)) break
          return false
        case 'allowed_teams':
          if (typeof item === 'string' || isListOf(item, isBranchesItem, 0, 100) || isInterpolated(item)) break
          return false
        case 'depends_on':
          if (
            item === null ||
            typeof item === 'string' ||
            isListOf(item, isDependsOnItem, 0, Infinity) ||
            isInterpolated(item)
          )
            break
          return false
        case 'allow_dependency_failure':
          if (typeof item === 'boolean' || item === 'true' || item === 'false' || isInterpolated(item)) break
          return false
        case 'branches':
          if (typeof item === 'string' || isListOf(item, isBranchesItem, 0, Infinity) || isInterpolated(item)) break
          return false
        case 'type':
          if (item === 'block' || item === 'manual' || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return value['block'] !== undefined
}

function isInput(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'input':
          if (typeof item === 'string' || item === null || isInterpolated(item)) break
          return false
        case 'key':
          if (typeof item === 'number' || typeof item === 'boolean' || isInterpolated(item)) break
          return false
        case 'prompt':
        case 'submit':
        case 'if':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        case 'blocked_state':
          if (item === 'passed' || item === 'failed' || item === 'running' || isInterpolated(item)) break
          return false
        case 'allowed_teams':
          if (typeof item === 'string' || isListOf(item, isBranchesItem, 0, 100) || isInterpolated(item)) break
          return false
        case 'depends_on':
          if (
            item === null ||
            typeof item === 'string' ||
            isListOf(item, isDependsOnItem, 0, Infinity) ||
            isInterpolated(item)
          )
            break
          return false
        case 'allow_dependency_failure':
          if (typeof item === 'boolean' || item === 'true' || item === 'false' || isInterpolated(item)) break
          return false
        case 'branches':
          if (typeof item === 'string' || isListOf(item, isBranchesItem, 0, Infinity) || isInterpolated(item)) break
          return false
        case 'type':
          if (item === 'input' || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return value['input'] !== undefined
}

function isNestedWait(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'key':
        case 'id':
        case 'identifier':
          if (typeof item === 'number' || typeof item === 'boolean' || isInterpolated(item)) break
          return false
        case 'continue_on_failure':
        case 'allow_dependency_failure':
          if (typeof item === 'boolean' || item === 'true' || item === 'false' || isInterpolated(item)) break
          return false
        case 'depends_on':
          if (
            item === null ||
            typeof item === 'string' ||
            isListOf(item, isDependsOnItem, 0, Infinity) ||
            isInterpolated(item)
          )
            break
          return false
        case 'if':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        case 'branches':
          if (typeof item === 'string' || isListOf(item, isBranchesItem, 0, Infinity) || isInterpolated(item)) break
          return false
        case 'wait':
        case 'label':
        case 'name':
          if (typeof item === 'string' || item === null || isInterpolated(item)) break
          return false
        case 'type':
          if (item === 'wait' || item === 'waiter' || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return true
}

function isWait(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'wait':
          if (typeof item === 'string' || item === null || (isMap(item) && isNestedWait(item)) || isInterpolated(item))
            break
          return false
        case 'key':
          if (typeof item === 'number' || typeof item === 'boolean' || isInterpolated(item)) break
          return false
        case 'continue_on_failure':
        case 'allow_dependency_failure':
          if (typeof item === 'boolean' || item === 'true' || item === 'false' || isInterpolated(item)) break
          return false
        case 'depends_on':
          if (
            item === null ||
            typeof item === 'string' ||
            isListOf(item, isDependsOnItem, 0, Infinity) ||
            isInterpolated(item)
          )
            break
          return false
        case 'if':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        case 'branches':
          if (typeof item === 'string' || isListOf(item, isBranchesItem, 0, Infinity) || isInterpolated(item)) break
          return false
        case 'type':
          if (item === 'wait' || item === 'waiter' || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return true
}

function isTriggerBuild(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'message':
        case 'commit':
        case 'branch':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        case 'env':
        case 'meta_data':
          if (isMapOf(item, isCommandCommandItem)) break
          return false
        default:
          return false
      }
  }
  return true
}

function isTrigger(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'trigger':
        case 'label':
        case 'if':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        case 'key':
          if (typeof item === 'number' || typeof item === 'boolean' || isInterpolated(item)) break
          return false
        case 'build':
          if (isMap(item) && isTriggerBuild(item)) break
          return false
        case 'async':
        case 'allow_dependency_failure':
          if (typeof item === 'boolean' || item === 'true' || item === 'false' || isInterpolated(item)) break
          return false
        case 'depends_on':
          if (
            item === null ||
            typeof item === 'string' ||
            isListOf(item, isDependsOnItem, 0, Infinity) ||
            isInterpolated(item)
          )
            break
          return false
        case 'branches':
          if (typeof item === 'string' || isListOf(item, isBranchesItem, 0, Infinity) || isInterpolated(item)) break
          return false
        case 'if_changed':
          if (
            typeof item === 'string' ||
            isListOf(item, isBranchesItem, 0, Infinity) ||
            (isMap(item) && isIfChanged(item)) ||
            isInterpolated(item)
          )
            break
          return false
        case 'skip':
          if (typeof item === 'boolean' || typeof item === 'string' || isInterpolated(item)) break
          return false
        case 'parallelism':
          if (isWhole(item, 1, Infinity) || isInterpolated(item)) break
          return false
        case 'soft_fail':
          if (
            typeof item === 'boolean' ||
            item === 'true' ||
            item === 'false' ||
            isListOf(item, isMatrixAdjustmentSoftFailItem, 0, Infinity) ||
            isInterpolated(item)
          )
            break
          return false
        case 'type':
          if (item === 'trigger' || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return value['trigger'] !== undefined
}

function isGroup(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'group':
          if (
            typeof item === 'string' ||
            item === null ||
            typeof item === 'number' ||
            typeof item === 'boolean' ||
            isInterpolated(item)
          )
            break
          return false
        case 'key':
          if (typeof item === 'number' || typeof item === 'boolean' || isInterpolated(item)) break
          return false
        case 'depends_on':
          if (
            item === null ||
            typeof item === 'string' ||
            isListOf(item, isDependsOnItem, 0, Infinity) ||
            isInterpolated(item)
          )
            break
          return false
        case 'allow_dependency_failure':
          if (typeof item === 'boolean' || item === 'true' || item === 'false' || isInterpolated(item)) break
          return false
        case 'if':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        case 'if_changed':
          if (
            typeof item === 'string' ||
            isListOf(item, isBranchesItem, 0, Infinity) ||
            (isMap(item) && isIfChanged(item)) ||
            isInterpolated(item)
          )
            break
          return false
        case 'skip':
          if (typeof item === 'boolean' || typeof item === 'string' || isInterpolated(item)) break
          return false
        case 'notify':
          if (isListOf(item, isCommandNotifyItem, 0, Infinity)) break
          return false
        case 'type':
          if (item === 'group' || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return value['group'] !== undefined
}

function isPipelineCheckout(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'skip':
        case 'submodules':
        case 'lfs':
          if (typeof item === 'boolean' || item === null || isInterpolated(item)) break
          return false
        case 'depth':
          if (isWhole(item, 1, Infinity) || item === null || isInterpolated(item)) break
          return false
        case 'flags':
          if ((isMap(item) && isCheckoutFlags(item)) || item === null) break
          return false
        case 'sparse':
          if ((isMap(item) && isSparseCheckout(item)) || item === null) break
          return false
        case 'commit_verification':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        default:
          return false
      }
  }
  return true
}

function isPipeline(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined)
      switch (name) {
        case 'env':
          if (isMapOf(item, isCommandCommandItem)) break
          return false
        case 'agents':
          if (isMapOf(item, isAgentTagsEntry) || isListOf(item, isBranchesItem, 0, Infinity)) break
          return false
        case 'image':
          if (typeof item === 'string' || isInterpolated(item)) break
          return false
        case 'secrets':
          if (isListOf(item, isSecretListItem, 0, Infinity) || isMapOf(item, isSecretMapEntry)) break
          return false
        case 'checkout':
          if (isMap(item) && isPipelineCheckout(item)) break
          return false
        case 'cache':
          if (
            typeof item === 'string' ||
            isListOf(item, isAgentTagsEntry, 0, Infinity) ||
            (isMap(item) && isCacheVolume(item)) ||
            item === false ||
            item === true ||
            isInterpolated(item)
          )
            break
          return false
        case 'priority':
          if (isWhole(item, -Infinity, Infinity) || isInterpolated(item)) break
          return false
        case 'notify':
          if (isListOf(item, isCommandNotifyItem, 0, Infinity)) break
          return false
        case 'steps':
          if (item === null) break
          return false
        default:
          return false
      }
  }
  return true
}

/** By kind, whether attributes are beyond doubt what Buildkite takes. */
export const fitting: { readonly [kind in StepKind | 'pipeline']: (value: PlainMap) => boolean } = {
  command: isCommand,
  block: isBlock,
  input: isInput,
  wait: isWait,
  trigger: isTrigger,
  group: isGroup,
  pipeline: isPipeline,
}
