import type { Node } from '../model/graph.ts'
import { matchesBranch } from './branches.ts'

/** By what a deploy refuses to replace something newer: the order of commits, or the numbers of builds. */
export type DeployGuard = 'commit' | 'number'

/**
 * Whether a command asks if what is deployed is newer than what it is to deploy. Dates of commits do not tell: a merged
 * commit may be older than its parent. That its answer is heeded is taken for granted.
 */
export function deployGuard(words: readonly string[]): DeployGuard | undefined {
  const [first = '', ...rest] = words
  if (first === 'git') return words.includes('--is-ancestor') && comparesWithDeployed(rest) ? 'commit' : undefined
  if (!/^(?:\[|test|\[\[|\(\()$/.test(first)) return undefined
  const asked = rest.join(' ')
  const ofGit = Array.from(asked.matchAll(/\$\(\s*git ((?:[^()]|\([^()]*\))*)\)/g), ([, call = '']) =>
    call.split(/\s+/),
  )
  if (ofGit.some(comparesWithDeployed)) return 'commit'
  return comparesNumbers(asked, first === '((') ? 'number' : undefined
}

/** `merge-base A B`, or what is listed of `A..B`: one of which is what is deployed, and not a branch that is built. */
function comparesWithDeployed(words: readonly string[]): boolean {
  const at = words.findIndex((word) => /^(?:merge-base|rev-list|log)$/.test(word))
  const operands = words
    .slice(at + 1)
    .map((word) => word.replaceAll(/^["']|["']$/g, ''))
    .filter((word) => word !== '' && !word.startsWith('-'))
  if (at < 0) return false
  if (words[at] === 'merge-base') return operands.length === 2 && !operands.some(isBuiltBranch)
  const range = operands.find((operand) => operand.includes('..'))
  return range !== undefined && !range.split(/\.{2,3}/).some(isBuiltBranch)
}

/** That a commit is on such a branch says nothing of what is deployed. */
function isBuiltBranch(name: string): boolean {
  return /^(?:refs\/\w+\/)?(?:\w+\/)?(?:main|master|trunk|develop)$|^\w+\/HEAD$|BRANCH/.test(name)
}

/** The number of the build, and one that is read from somewhere: `<` compares numbers in `((…))` alone, elsewhere texts. */
function comparesNumbers(asked: string, isArithmetic: boolean): boolean {
  const number = /\$?\{?\bBUILDKITE_BUILD_NUMBER\b\}?/
  const compares = isArithmetic ? /[<>]/ : /\s-(?:lt|le|gt|ge)\s/
  if (!number.test(asked) || !compares.test(asked)) return false
  return /[$]|[A-Za-z_]{2}/.test(asked.replace(number, '').replaceAll(/\s-(?:lt|le|gt|ge)\s/g, ' '))
}

/**
 * Why a step refuses what is older than what is deployed, as its team says. Undefined where it says nothing of it.
 *
 * @param guards By patterns of keys, in which `*` stands for any text.
 */
export function guardSaid({ id }: Pick<Node, 'id'>, guards: Readonly<Record<string, string>> = {}): string | undefined {
  return Object.entries(guards).find(([pattern]) => matchesBranch(pattern, id))?.[1]
}
