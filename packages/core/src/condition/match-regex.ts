import type { ConditionRegex } from './condition-node.ts'
import { failEvaluation } from './evaluation-failure.ts'
import { translateRegex } from './translate-regex.ts'

/**
 * Buildkite gives up after a second; without a clock, the length of the text is the bound
 * (docs/spec/conditionals.md §9).
 */
const longest = 10_000
const longestExplosive = 24

/** Whether the regular expression occurs in the text; fails where Buildkite would give up, or RegExp cannot tell. */
export function matchRegex({ source, ignoreCase }: ConditionRegex, text: string): boolean {
  const translated = translateRegex(source)
  if ('refused' in translated) return failEvaluation(translated.refused.message)
  if (translated.pattern === undefined) return failEvaluation(`/${source}/ cannot be tried outside Buildkite`)
  if (text.length > (translated.explosive ? longestExplosive : longest))
    return failEvaluation(`/${source}/ may take longer than Buildkite waits`)
  return new RegExp(translated.pattern, ignoreCase ? 'iu' : 'u').test(text)
}
