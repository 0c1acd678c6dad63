import type { Found } from './check-again.ts'

/** What tells a finding from others, before and after a change that moves lines. */
export function nameOf({ code, file = '', path }: Found): string {
  return [code, file, ...path].join('\0')
}

/** Whether less is found after a change: what it mends is gone, and nothing as bad has come instead. */
export function isBetter(before: readonly Found[], after: readonly Found[], mended: readonly Found[]): boolean {
  const isGone = mended.every((one) => countOf(after, nameOf(one)) < countOf(before, nameOf(one)))
  return isGone && weigh(after) < weigh(before)
}

function countOf(found: readonly Found[], name: string): number {
  return found.filter((one) => nameOf(one) === name).length
}

/** One error weighs more than all warnings, and one of these more than all that is only to be known. */
function weigh(found: readonly Found[]): number {
  const most = 1e5
  const weights = { error: most * most, warning: most, info: 1 }
  return found.reduce((sum, { severity }) => sum + weights[severity], 0)
}
