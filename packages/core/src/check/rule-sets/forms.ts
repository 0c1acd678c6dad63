import type { Rule } from '../rule.ts'
import { defaultNotAnOption } from '../rules/default-not-an-option.ts'
import { duplicateField } from '../rules/duplicate-field.ts'
import { duplicateOption } from '../rules/duplicate-option.ts'
import { severalDefaults } from '../rules/several-defaults.ts'

/** The fields of a block or input. */
export const rules: readonly Rule[] = [duplicateField, defaultNotAnOption, severalDefaults, duplicateOption]
