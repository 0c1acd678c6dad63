import type { Rule } from './rule.ts'
import { conditionSyntax } from './rules/conditions/condition-syntax.ts'
import { conditionName } from './rules/conditions/condition-name.ts'
import { conditionType } from './rules/conditions/condition-type.ts'
import { conditionRegex } from './rules/conditions/condition-regex.ts'
import { conditionAvailability } from './rules/conditions/condition-availability.ts'
import { conditionResult } from './rules/conditions/condition-result.ts'
import { conditionWord } from './rules/conditions/condition-word.ts'
import { conditionEnvironment } from './rules/conditions/condition-environment.ts'
import { buildStateInStep } from './rules/conditions/build-state-in-step.ts'
import { neverNull } from './rules/conditions/never-null.ts'
import { escapedAnchor } from './rules/conditions/escaped-anchor.ts'
import { constantCondition } from './rules/conditions/constant-condition.ts'
import { blankCondition } from './rules/conditions/blank-condition.ts'
import { unknownYet } from './rules/conditions/unknown-yet.ts'

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
