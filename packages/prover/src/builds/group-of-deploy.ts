import type { Node } from '@kitewright/core'
import { concurrencyOf } from '@kitewright/core/attributes'
import { isInterpolated } from '@kitewright/schema'

/** How a concurrency group holds the jobs of a step in two builds. */
export type Holding =
  | { readonly is: 'one'; readonly group: string }
  | { readonly is: 'many'; readonly why: string }
  /** Each of the two builds has a group of its own that lets in one. */
  | { readonly is: 'apart'; readonly why: string }
  | { readonly is: 'unknown'; readonly why: string }

/** What keeps two jobs of a step from running at one time. */
export const runAlone = 'give it concurrency: 1 and a concurrency_group with one name in all builds'

/** What the agent fills in that is the same in all builds of a pipeline. */
const same = /^BUILDKITE_(?:PIPELINE_|ORGANIZATION_|REPO$)/

/** What is the same in all builds of one branch or pull request. */
const sameOfBranch = /^BUILDKITE_(?:BRANCH$|PULL_REQUEST(?:_|$))/

/**
 * Whether the jobs of a step are in one concurrency group that lets one of them in, in two builds.
 *
 * @param areOfOneBranch Whether the two are of one branch or pull request.
 */
export function holdingOf(older: Node, newer: Node, areOfOneBranch: boolean): Holding {
  const [one, other] = [older, newer].map(({ attributes }) => concurrencyOf(attributes)) as [Read, Read]
  if (one.group === undefined || other.group === undefined) return { is: 'many', why: 'it has no concurrency_group' }
  for (const { limit, group, groupName } of [one, other]) {
    if (isInterpolated(limit))
      return { is: 'unknown', why: 'the agent fills in how many its concurrency group lets in' }
    if (Number(limit) !== 1) return { is: 'many', why: `its concurrency group lets in ${String(limit)}` }
    const names = isInterpolated(group) ? variables(groupName ?? '').filter((name) => !same.test(name)) : []
    const variable = names.find((name) => !sameOfBranch.test(name))
    if (variable !== undefined)
      return {
        is: 'unknown',
        why: `the name of its concurrency group has ${variable} in it, which other builds may have otherwise`,
      }
    if (names.length > 0 && !areOfOneBranch)
      return { is: 'apart', why: 'each branch has a concurrency group of its own' }
  }
  return one.groupName === other.groupName
    ? { is: 'one', group: one.groupName ?? '' }
    : { is: 'apart', why: 'each build has a concurrency group of its own' }
}

type Read = ReturnType<typeof concurrencyOf>

function variables(text: string): readonly string[] {
  return Array.from(text.matchAll(/\$\{?([A-Za-z_]\w*)/g), ([, name = '']) => name)
}
