import type { Rule } from '../rule.ts'
import { credentialInText } from '../rules/credential-in-text.ts'
import { secretInEnv } from '../rules/secret-in-env.ts'
import { secretName } from '../rules/secret-name.ts'

/** Secrets that are named, and those that are written out. */
export const rules: readonly Rule[] = [secretName, secretInEnv, credentialInText]
