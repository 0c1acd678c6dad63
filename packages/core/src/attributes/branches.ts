import { asListOfAny } from './read-value.ts'

/** What `branches` asks: patterns of branches, and patterns behind a `!`. */
export interface BranchPatterns {
  readonly positive: readonly string[]
  readonly negative: readonly string[]
}

/** Reads every form of `branches`: a text of patterns, or a list of such (docs/spec/pipeline.md §4.4). */
export function branchPatterns(branches: unknown): BranchPatterns {
  const all = asListOfAny(branches)
    .join(' ')
    .split(/\s+/)
    .filter((pattern) => pattern !== '')
  return {
    positive: all.filter((pattern) => !pattern.startsWith('!')),
    negative: all.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)),
  }
}

/** Whether a branch is one that `branches` asks for: of a positive pattern, if there are any, and of no negative one. */
export function matchesBranches(branches: unknown, branch: string): boolean {
  const { positive, negative } = branchPatterns(branches)
  const isOneOf = (patterns: readonly string[]): boolean => patterns.some((pattern) => matchesBranch(pattern, branch))
  return (positive.length === 0 || isOneOf(positive)) && !isOneOf(negative)
}

/** Whether a branch is what a pattern says, in which `*` stands for any text. Never slow: each part is looked for once. */
export function matchesBranch(pattern: string, branch: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return branch === pattern
  if (!branch.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = branch.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return branch.length - last.length >= at && branch.endsWith(last)
}
