import { changedGlobs } from '../../../attributes/presence.ts'
import { asMap } from '../../../attributes/read-value.ts'
import { attributeRule } from '../../attribute-rule.ts'
import type { Rule } from '../../rule.ts'

/** Each with why nothing matches, and the pattern that does, if it can stand in the same place. */
const mistakes: readonly (readonly [pattern: RegExp, why: string, mend: (glob: string) => string | undefined])[] = [
  [/^\.\//, 'paths begin without "./"', (glob) => glob.slice(2) || '**'],
  [/^\//, 'paths are relative to the root of the repository', (glob) => glob.slice(1) || '**'],
  [/^!/, '"!" does not exclude here', () => undefined],
  [/\/$/, 'files are compared, never folders', (glob) => `${glob}**`],
]

/** Whether brackets hold a "-" between two characters: each stands for itself there. Takes as long as the text is. */
function holdsRange(glob: string): boolean {
  const closed = glob.split(']').slice(0, -1)
  return closed.some((part) => {
    const open = part.search(/(?<!\\)\[/)
    return open >= 0 && /.-./s.test(part.slice(open + 1))
  })
}

/** A pattern of changed files that no path can match, or other paths than meant (docs/spec/upload.md §5). */
export const ifChangedGlob: Rule = attributeRule({
  code: 'KW3021',
  severity: 'warning',
  kinds: ['command', 'trigger', 'group'],
  *find({ if_changed: changed }) {
    for (const { glob, path } of changedGlobs(changed)) {
      const mistake = mistakes.find(([pattern]) => pattern.test(glob))
      if (mistake) {
        const [, why, mended] = mistake
        const mend = mended(glob)
        const hint = mend === undefined ? `write exclude: '${glob.slice(1)}' beside include` : `write "${mend}"`
        yield { path, message: `no changed file matches "${glob}"`, why, hint, mend }
      } else if (holdsRange(glob))
        yield {
          path,
          message: `"${glob}" holds a range, which globs do not have`,
          why: 'inside brackets each character stands for itself, the "-" too',
          hint: 'write the characters one by one, as in [abc]',
        }
    }
  },
})

/** `if_changed` without any pattern skips the step always (docs/spec/upload.md §5). */
export const ifChangedNothing: Rule = attributeRule({
  code: 'KW3022',
  severity: 'warning',
  kinds: ['command', 'trigger', 'group'],
  *find({ if_changed: changed }) {
    const globs = Array.isArray(changed) ? changed : asMap(changed)['include']
    if (!Array.isArray(globs) || globs.length > 0) return
    yield {
      path: Array.isArray(changed) ? ['if_changed'] : ['if_changed', 'include'],
      message: 'if_changed names no file',
      why: 'the step would be skipped in every build',
      hint: 'name the files, or leave if_changed out',
    }
  },
})
