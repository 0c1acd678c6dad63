import type { Node } from '@kitewright/core'
import type { Answer } from './answer.ts'
import { holdingOf, runAlone } from './group-of-deploy.ts'
import type { TwoBuilds } from './kinds.ts'
import { areAtWork, clashOf, named, story } from './prove-across.ts'
import { mayPrevent, type Read } from './read-step.ts'

/** How many pairs are simulated. */
const mostTried = 12

/** Whether two jobs of a step are never at work at one time, whichever builds they are of. */
export function oneAtATime(pairs: readonly TwoBuilds[], key: string, read: Read): Answer {
  let answer: Answer | undefined
  let tried = 0
  for (const pair of pairs) {
    const [older, newer] = [named(pair.older.graph.nodes, key), named(pair.newer.graph.nodes, key)]
    if (older === undefined || newer === undefined) continue
    const found = structural(pair, older, newer) ?? (tried++ < mostTried ? broken(pair, key, read) : undefined)
    if (found?.is === 'broken') return found
    if (answer === undefined || answer.is === 'proved') answer = found ?? unseen(older, newer)
  }
  return answer ?? { is: 'undecided', why: 'no build has it' }
}

/** What is known without a simulation. */
function structural({ older: { kind }, newer }: TwoBuilds, one: Node, other: Node): Answer | undefined {
  const held = holdingOf(one, other)
  if (held.is === 'one') return { is: 'proved', why: `the concurrency group "${held.group}" lets in one job` }
  // By a group of its own, a kind of builds may have an environment of its own.
  return held.is === 'apart' && kind.name !== newer.kind.name
    ? { is: 'undecided', why: `a build of ${kind.name} has another concurrency group than one of ${newer.kind.name}` }
    : undefined
}

function broken(pair: TwoBuilds, key: string, read: Read): Answer | undefined {
  const clash = clashOf(pair, key, areAtWork)
  if (clash === undefined) return undefined
  const [older, newer] = [clash.older.step, clash.newer.step]
  return {
    is: 'broken',
    explanation: [`two builds run step "${key}" at one time: ${whyOf(older, newer)}`, ...story(clash, key)],
    mend: runAlone,
    unless: mayPrevent(read(pair.older, older), 'lets one in at a time'),
    clash,
  }
}

function unseen(older: Node, newer: Node): Answer {
  return { is: 'undecided', why: `${whyOf(older, newer)}, and no two builds were found that run it at one time` }
}

function whyOf(older: Node, newer: Node): string {
  const held = holdingOf(older, newer)
  return held.is === 'one' ? '' : held.why
}
