import { attributeRule } from '../../attribute-rule.ts'
import { changedGlobs } from '../../../attributes/changed-globs.ts'
import type { Rule } from '../../rule.ts'

/** Each with why nothing matches, and what to write instead. */
const mistakes: readonly (readonly [pattern: RegExp, why: string, hint?: (glob: string) => string])[] = [
  [/^\.\//, 'paths begin without "./"', (glob) => `write "${glob.slice(2)}"`],
  [/^\//, 'paths are relative to the root of the repository', (glob) => `write "${glob.slice(1)}"`],
  [/^!/, '"!" does not exclude here', (glob) => `write exclude: '${glob.slice(1)}' beside include`],
  [/\/$/, 'files are compared, never folders', (glob) => `write "${glob}**"`],
  [/\[[^\]]*[^\]]-[^\]]+\]/, 'ranges such as [a-z] are not understood: "-" stands for itself'],
]

/** A pattern of changed files that no path can match (docs/spec/upload.md §5). */
export const ifChangedGlob: Rule = attributeRule({
  code: 'KW3021',
  severity: 'warning',
  kinds: ['command', 'trigger', 'group'],
  *find({ if_changed: changed }) {
    for (const { glob, path } of changedGlobs(changed)) {
      const mistake = mistakes.find(([pattern]) => pattern.test(glob))
      if (!mistake) continue
      const [, why, hint] = mistake
      yield { path, message: `no changed file matches "${glob}"`, why, hint: hint?.(glob) }
    }
  },
})
