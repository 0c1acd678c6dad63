import type { Node } from '@kitewright/core'
import { concurrencyOf } from '@kitewright/core/attributes'
import { ancestors, holdersOf } from '../ancestors.ts'
import { mayRunAgain } from '../failures.ts'
import type { Answer } from './answer.ts'
import { gateText, type GateOf, holdsBetween } from './concurrency-gate.ts'
import { runs } from './courses.ts'
import { holdingOf, runAlone } from './group-of-deploy.ts'
import type { TwoBuilds } from './kinds.ts'
import { areAtWork, clashOf, endsLast, named, type JobsOfTwo, story } from './prove-across.ts'
import { mayPrevent, type Read, type StepReading } from './read-step.ts'

/** What else is known of a step that deploys. */
interface Known {
  readonly reading: Read
  readonly gateOf: GateOf
  /** Whether two of them are never at work at one time. */
  readonly isAlone: boolean
}

/** Whether what an older build deploys never comes after what a newer one of the same branch did. */
export function inOrder(twins: readonly TwoBuilds[], key: string, known: Known): Answer {
  const { reading } = known
  let proved: Answer | undefined
  let open: Answer | undefined
  for (const pair of twins) {
    const [older, newer] = [named(pair.older.graph.nodes, key), named(pair.newer.graph.nodes, key)]
    if (older === undefined || newer === undefined) continue
    const found = reading(pair.older, older)
    const isAlone = known.isAlone || holdingOf(older, newer, true).is === 'one'
    const why = orderOf(pair, older, newer, found, { ...known, isAlone })
    if (why !== undefined) {
      proved ??= { is: 'proved', why }
      continue
    }
    const clash = clashOf(pair, key, found.guard === undefined ? endsLast : bothLook)
    if (clash === undefined)
      open ??= { is: 'undecided', why: 'nothing was found that keeps the order, and no two builds that break it' }
    else
      return {
        is: 'broken',
        explanation: [
          `an older build deploys over a newer one by step "${key}"`,
          ...story(clash, key),
          ...reasons(found, clash.older.block, holdingOf(older, newer, true).is === 'one'),
        ],
        mend: mendFor(found, isAlone),
        unless: found.guard === undefined ? mayPrevent(found, 'refuses it') : undefined,
        clash,
      }
  }
  return open ?? proved ?? { is: 'undecided', why: 'no build has it' }
}

/** Both ask what is deployed before either of them has deployed. */
function bothLook(jobs: JobsOfTwo): boolean {
  return areAtWork(jobs) && endsLast(jobs)
}

/** What keeps the order, where something does. */
function orderOf(
  pair: TwoBuilds,
  older: Node,
  newer: Node,
  { guard }: StepReading,
  { isAlone, gateOf }: Known,
): string | undefined {
  if (guard !== undefined && isAlone) return guard
  const gate = holdsBetween(pair, gateOf)
  if (gate !== undefined) return `${gateText(gate)} keeps the order of the builds`
  const held = holdingOf(older, newer, true)
  const { graph } = pair.older
  if (held.is !== 'one' || holdersOf(older, graph).length > 0) return undefined
  const isOrdered = [older, newer].every(({ attributes }) => concurrencyOf(attributes).method !== 'eager')
  const isFinal = ancestors([older], graph).every((node) => !(runs(node) && mayRunAgain(node)))
  return isOrdered && isFinal ? `the concurrency group "${held.group}" keeps the order of the builds` : undefined
}

function reasons({ guard, read, unread }: StepReading, block: Node | undefined, isGrouped: boolean): readonly string[] {
  const released = 'a step behind a block is queued when somebody continues that'
  const again = 'a step that is run again is queued anew'
  const group = `its concurrency group keeps two from running at one time, not their order: ${block ? released : again}`
  const texts = ['its command', ...read].join(' and in ')
  return [
    ...(isGrouped ? [`- ${group}`] : []),
    ...(guard === undefined ? [] : [`- ${guard}, but two at one time ask before either has deployed`]),
    ...(guard === undefined && unread.length === 0
      ? [`- nothing in ${texts} asks whether the commit is older than the deployed one`]
      : []),
  ]
}

function mendFor(reading: StepReading, isAlone: boolean): string {
  const script = scriptThatDeploys(reading)
  const older = 'a commit that is older than the deployed one (git merge-base --is-ancestor)'
  const refuse = script === undefined ? `before it deploys, let it refuse ${older}` : `${script} must refuse ${older}`
  const asPresets = `${refuse}, as the deploy script of kitewright's presets does`
  return [...(reading.guard === undefined ? [asPresets] : []), ...(isAlone ? [] : [runAlone])].join('; ')
}

/** The script that a step calls last, or that is called after what it does. */
function scriptThatDeploys({ commands }: StepReading): string | undefined {
  const own = commands.filter(({ script }) => script === undefined)
  const scripts = own.flatMap(({ calls }) => calls ?? [])
  return scripts.find((one) => /deploy|publish|promote|rollout/.test(one)) ?? own.at(-1)?.calls
}
