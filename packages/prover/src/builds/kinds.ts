import type { BuildContext, Graph } from '@kitewright/core'
import type { UsualContext } from '../usual-contexts.ts'

/** The pipeline of one build, with what is known of all builds of its kind. */
export interface BuildOfKind {
  readonly kind: UsualContext
  readonly graph: Graph
}

/** Two builds of one pipeline. */
export interface TwoBuilds {
  readonly older: BuildOfKind
  readonly newer: BuildOfKind
}

/** Whether two builds are of one branch or pull request, as far as is known. */
export function areOfOneBranch({ older, newer }: TwoBuilds): boolean {
  const [one, other] = [older, newer].map(({ kind: { context } }) => {
    const { branch, tag, pull_request: pull } = context.build
    return JSON.stringify([branch, tag, pull])
  })
  return one === other
}

/** The next build of the same branch or pull request: of a commit and a number of its own. */
export function newerThan({ build, ...context }: BuildContext): BuildContext {
  return { ...context, build: { ...build, commit: '2'.repeat(40), number: (build.number ?? 1) + 1 } }
}
