import type { Rule } from './rule.ts'
import { conditionSyntax } from './rules/condition-syntax.ts'
import { conditionName } from './rules/condition-name.ts'
import { conditionType } from './rules/condition-type.ts'
import { conditionRegex } from './rules/condition-regex.ts'
import { conditionAvailability } from './rules/condition-availability.ts'
import { conditionResult } from './rules/condition-result.ts'
import { conditionWord } from './rules/condition-word.ts'
import { conditionEnvironment } from './rules/condition-environment.ts'
import { buildStateInStep } from './rules/build-state-in-step.ts'
import { neverNull } from './rules/never-null.ts'
import { escapedAnchor } from './rules/escaped-anchor.ts'
import { constantCondition } from './rules/constant-condition.ts'
import { blankCondition } from './rules/blank-condition.ts'
import { unknownYet } from './rules/unknown-yet.ts'

/** Every rule about the language of `if`. */
export const conditionRules: readonly Rule[] = [
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
