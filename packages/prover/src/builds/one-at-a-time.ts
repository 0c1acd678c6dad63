import type { Answer } from './answer.ts'
import { holdingOf, runAlone } from './group-of-deploy.ts'
import type { TwoBuilds } from './kinds.ts'
import { mayPrevent, type Read } from './read-step.ts'
import { areAtWork, clashOf, named, story } from './prove-across.ts'

/** How many pairs are simulated. */
const mostTried = 12

/** Whether two jobs of a step are never at work at one time, whichever builds they are of. */
export function oneAtATime(pairs: readonly TwoBuilds[], key: string, read: Read): Answer {
  let open: Answer | undefined
  let group = ''
  let tried = 0
  for (const pair of pairs) {
    const [older, newer] = [named(pair.older.graph.nodes, key), named(pair.newer.graph.nodes, key)]
    if (older === undefined || newer === undefined) continue
    const held = holdingOf(older, newer)
    if (held.is === 'one') {
      group = held.group
      continue
    }
    const clash = tried++ < mostTried ? clashOf(pair, key, areAtWork) : undefined
    if (clash !== undefined)
      return {
        is: 'broken',
        explanation: [`two builds run step "${key}" at one time: ${held.why}`, ...story(clash, key)],
        mend: runAlone,
        unless: mayPrevent(read(pair.older, older), 'lets one in at a time'),
        clash,
      }
    open ??= { is: 'undecided', why: `${held.why}, and no two builds were found that run it at one time` }
  }
  if (open === undefined && pairs.length === 0) return { is: 'undecided', why: 'no build has it' }
  return open ?? { is: 'proved', why: `the concurrency group "${group}" lets in one job` }
}
