import type { Rule } from '../rule.ts'
import { blankCondition } from '../rules/blank-condition.ts'
import { buildStateInStep } from '../rules/build-state-in-step.ts'
import { conditionAvailability } from '../rules/condition-availability.ts'
import { conditionEnvironment } from '../rules/condition-environment.ts'
import { conditionName } from '../rules/condition-name.ts'
import { conditionRegex } from '../rules/condition-regex.ts'
import { conditionResult } from '../rules/condition-result.ts'
import { conditionSyntax } from '../rules/condition-syntax.ts'
import { conditionType } from '../rules/condition-type.ts'
import { conditionWord } from '../rules/condition-word.ts'
import { constantCondition } from '../rules/constant-condition.ts'
import { escapedAnchor } from '../rules/escaped-anchor.ts'
import { neverNull } from '../rules/never-null.ts'
import { unknownYet } from '../rules/unknown-yet.ts'

/** The language of `if`. */
export const rules: readonly Rule[] = [
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
]
