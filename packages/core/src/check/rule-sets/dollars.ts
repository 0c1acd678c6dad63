import type { Rule } from '../rule.ts'
import { dollarInKey } from '../rules/dollar-in-key.ts'
import { dollarNotInterpolated } from '../rules/dollar-not-interpolated.ts'
import { uploadLookAlike } from '../rules/upload-look-alike.ts'
import { variableWithoutShell } from '../rules/variable-without-shell.ts'

/** Literal text that looks like a variable. */
export const rules: readonly Rule[] = [uploadLookAlike, dollarNotInterpolated, variableWithoutShell, dollarInKey]
