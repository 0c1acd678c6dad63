import { asListOfAny, isGiven } from '../../../attributes/read-value.ts'
import { attributeRule } from '../../attribute-rule.ts'
import type { Rule } from '../../rule.ts'

/** A regular expression where Buildkite takes a pattern with `*` (docs/spec/pipeline.md §4.4). */
export const branchesRegex: Rule = attributeRule({
  code: 'KW3025',
  severity: 'error',
  kinds: ['command', 'wait', 'block', 'input', 'trigger'],
  *find({ branches }) {
    for (const patterns of asListOfAny(branches)) {
      if (typeof patterns !== 'string' || !looksLikeRegex(patterns)) continue
      yield {
        path: ['branches'],
        message: `"${patterns}" looks like a regular expression`,
        why: 'branches takes names in which "*" stands for any text; no branch matches',
        hint: `write in a condition instead: build.branch =~ /${slashless(patterns).replace(/(?<!\\)\//g, '\\/')}/`,
      }
    }
  },
})

/** Whether `branches` holds a regular expression; a `$` that begins a variable is another mistake. */
function looksLikeRegex(patterns: string): boolean {
  return /^\/.+\/$|^\^|[\\()]|\$(?![A-Z{])|\[[^[\]]+\]/.test(patterns)
}

function slashless(patterns: string): string {
  return /^\/(.+)\/$/.exec(patterns)?.[1] ?? patterns
}

/** Branch patterns that are separated by something else than blanks (docs/spec/pipeline.md §4.4). */
export const branchesSeparator: Rule = attributeRule({
  code: 'KW3024',
  severity: 'error',
  kinds: ['command', 'wait', 'block', 'input', 'trigger'],
  *find({ branches }) {
    for (const patterns of asListOfAny(branches)) {
      if (typeof patterns !== 'string' || !/[,;|]/.test(patterns) || looksLikeRegex(patterns)) continue
      const separated = patterns
        .split(/\s*[,;|]+\s*/)
        .join(' ')
        .trim()
      yield {
        path: ['branches'],
        message: `"${patterns}" is one pattern, not several`,
        why: 'patterns are separated by blanks, so no branch matches',
        hint: `write "${separated}"`,
        mend: separated,
      }
    }
  },
})

function hintFor(branches: unknown): string {
  const plain = typeof branches === 'string' && /^[\w./-]+$/.test(branches)
  return plain
    ? `leave branches out, and write in the condition: build.branch == "${branches}" && (…)`
    : 'leave branches out, and compare build.branch in the condition'
}

/** `if` and `branches` exclude each other (docs/spec/pipeline.md §4.3). */
export const ifWithBranches: Rule = attributeRule({
  code: 'KW3004',
  severity: 'error',
  kinds: ['command', 'wait', 'block', 'input', 'trigger'],
  *find({ if: condition, branches }) {
    if (!isGiven(condition) || !isGiven(branches)) return
    yield {
      path: ['branches'],
      target: 'key',
      message: 'branches and if on the same step',
      why: 'Buildkite takes one of them only',
      hint: hintFor(branches),
    }
  },
})
