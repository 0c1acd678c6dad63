import type { Node } from '@kitewright/core'
import type { Answer } from './answer.ts'
import { gateText, type GateOf, holdsBetween } from './concurrency-gate.ts'
import { holdingOf, runAlone } from './group-of-deploy.ts'
import { areOfOneBranch, type TwoBuilds } from './kinds.ts'
import { areAtWork, areTwoAtWork, type Clash, clashOf, named, story } from './prove-across.ts'
import { mayPrevent, type Read } from './read-step.ts'

/** What else is known of the step. */
interface Known {
  readonly reading: Read
  readonly gateOf: GateOf
}

/** How many pairs are simulated. */
const mostTried = 12

/** Whether two jobs of a step are never at work at one time, whichever builds they are of. */
export function oneAtATime(pairs: readonly TwoBuilds[], key: string, known: Known): Answer {
  let answer: Answer | undefined
  let tried = 0
  for (const pair of pairs) {
    const [older, newer] = [named(pair.older.graph.nodes, key), named(pair.newer.graph.nodes, key)]
    if (older === undefined || newer === undefined) continue
    const found = structural(pair, older, newer, known) ?? (tried++ < mostTried ? broken(pair, key, known) : undefined)
    if (found?.is === 'broken') return found
    if (answer === undefined || answer.is === 'proved') answer = found ?? unseen(whyOf(pair, older, newer, known))
  }
  return answer ?? { is: 'undecided', why: 'no build has it' }
}

/** What is known without a simulation. */
function structural(pair: TwoBuilds, one: Node, other: Node, { gateOf }: Known): Answer | undefined {
  const held = holdingOf(one, other, areOfOneBranch(pair))
  if (held.is === 'one') return { is: 'proved', why: `the concurrency group "${held.group}" lets in one job` }
  const gate = holdsBetween(pair, gateOf)
  if (gate !== undefined) return { is: 'proved', why: `${gateText(gate)} lets in one build` }
  const { older, newer } = pair
  // By a group of its own, a kind of builds may have an environment of its own.
  return held.is === 'apart' && !areOfOneBranch(pair)
    ? {
        is: 'undecided',
        why: `a build of ${older.kind.name} has another concurrency group than one of ${newer.kind.name}`,
      }
    : undefined
}

function broken(pair: TwoBuilds, key: string, known: Known): Answer | undefined {
  const clash = clashOf(pair, key, areAtWork)
  if (clash !== undefined) return toldOf(clash, pair, key, known, 'two builds run')
  const ofOne = clashOf(pair, key, areTwoAtWork)
  return ofOne && toldOf(ofOne, pair, key, known, 'two jobs run')
}

function toldOf(clash: Clash, pair: TwoBuilds, key: string, known: Known, who: string): Answer {
  const [older, newer] = [clash.older.step, clash.newer.step]
  return {
    is: 'broken',
    explanation: [`${who} step "${key}" at one time: ${whyOf(pair, older, newer, known)}`, ...story(clash, key)],
    mend: runAlone,
    unless: mayPrevent(known.reading(pair.older, older), 'lets one in at a time'),
    clash,
  }
}

function unseen(why: string): Answer {
  return { is: 'undecided', why: `${why}, and no two builds were found that run it at one time` }
}

function whyOf(pair: TwoBuilds, older: Node, newer: Node, { gateOf }: Known): string {
  const held = holdingOf(older, newer, areOfOneBranch(pair))
  if (held.is === 'one') return ''
  const leaking = [pair.older, pair.newer].map(gateOf).find((gate) => gate?.leak !== undefined)
  return leaking === undefined ? held.why : `${held.why}, and ${gateText(leaking)} leaks: ${leaking.leak}`
}
