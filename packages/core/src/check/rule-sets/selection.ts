import type { Rule } from '../rule.ts'
import { branchesRegex } from '../rules/branches-regex.ts'
import { branchesSeparator } from '../rules/branches-separator.ts'
import { ifChangedGlob } from '../rules/if-changed-glob.ts'
import { ifChangedNothing } from '../rules/if-changed-nothing.ts'
import { ifWithBranches } from '../rules/if-with-branches.ts'

/** Branches and changed files, which select the builds that a step is in. */
export const rules: readonly Rule[] = [
  ifWithBranches,
  branchesSeparator,
  branchesRegex,
  ifChangedGlob,
  ifChangedNothing,
]
