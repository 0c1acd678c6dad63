import type { GivenContext, Graph, Node, Pipeline } from '@kitewright/core'
import { isDeploy } from '@kitewright/core/attributes'
import { gateNodes } from '@kitewright/core/order'
import { type Before, holdersOf, holdsSometimes, type UsualContext, usualContexts } from '@kitewright/prover'
import { graphFor } from '../simulation/graph-of.ts'
import { atOnce } from '../simulation/simulate-builds.ts'
import { whenAll } from '../simulation/when-all.ts'
import { matchBlocks, matchDeploys, type Renamed, stepsIn, unmatched } from './match-steps.ts'
import { asContext } from './prove-gate.ts'
import { stepOf, unmetIn, type Violation } from './prove-graphs.ts'

/** What is known beside two pipelines that are compared. */
export interface SameDemand {
  /** More builds to prove it for, beside the usual ones. */
  readonly contexts?: readonly GivenContext[] | undefined
  /** Patterns of the keys of steps that deploy. Default: those that look like it. */
  readonly deploys?: readonly string[] | undefined
}

/** A gate of the old pipeline that the new one has as well. */
export interface KeptGate {
  /** The keys of the step and of the block, in the old pipeline. */
  readonly step: string
  readonly gate: string
  /** Their keys in the new one. The gate's is undefined where nothing there is that block, and nothing waits for it. */
  readonly now: { readonly step: string; readonly gate: string | undefined }
}

/** A gate that holds in builds of the old pipeline, and not in the same builds of the new one. */
export interface WeakerGate extends KeptGate {
  /** Such a build: `scenario` is what `simulate` takes with the new pipeline. Without a scenario it is not decided. */
  readonly violation: Violation
}

/** Whether the gates of a new pipeline hold wherever those of the old one do. */
export interface SameProof {
  readonly proved: boolean
  /** The builds that it is said of. */
  readonly contexts: readonly string[]
  readonly kept: readonly KeptGate[]
  /** Empty where it is proved. */
  readonly weaker: readonly WeakerGate[]
  /** The keys of steps that deploy in the new pipeline and are none of the old one: nothing is said of them. */
  readonly newDeploys: readonly string[]
}

/**
 * Proves that a new pipeline holds its deploys back wherever the old one did: in each build in which a step could not start
 * before a block was continued, whatever failed, it still cannot. Steps are matched by their keys, then by what they run;
 * blocks by their keys, then by what they say.
 *
 * @throws InvalidPipeline where a pipeline has errors, another error where its function is async.
 * @example
 * provesSame(old, pipeline) // { proved: false, weaker: [{ step: 'deploy', gate: 'ship', violation: { … } }], … }
 */
export function provesSame(old: Pipeline, next: Pipeline, demand: SameDemand = {}): SameProof {
  return atOnce(compare(old, next, demand))
}

/** The same for pipelines whose functions are async. */
export async function provesSameAsync(old: Pipeline, next: Pipeline, demand: SameDemand = {}): Promise<SameProof> {
  return compare(old, next, demand)
}

function compare(
  old: Pipeline,
  next: Pipeline,
  { contexts = [], deploys }: SameDemand,
): SameProof | Promise<SameProof> {
  const kinds = [...usualContexts, ...contexts.map(asContext)]
  const graphs = [old, next].flatMap((pipeline) => kinds.map(({ context }) => graphFor(pipeline, context)))
  return whenAll(graphs, (made) =>
    proveSameGraphs({ old: made.slice(0, kinds.length), next: made.slice(kinds.length), kinds }, deploys),
  )
}

/** Two pipelines, each in the same kinds of builds. */
export interface ComparedGraphs {
  readonly old: readonly Graph[]
  readonly next: readonly Graph[]
  readonly kinds: readonly UsualContext[]
}

/** The same for what two pipelines are in several contexts. */
export function proveSameGraphs(compared: ComparedGraphs, deploys?: readonly string[]): SameProof {
  const { old, next, kinds } = compared
  const gated = new Set([...old, ...next].flatMap((graph) => Array.from(gateNodes(graph), ({ node }) => node?.id)))
  const isAsked = (node: Node): boolean => gated.has(node.id) || isDeploy(node, deploys)
  const steps = { old: stepsIn(old, isAsked), next: stepsIn(next, isAsked) }
  const blocks = matchBlocks({ old: stepsIn(old, isBlock), next: stepsIn(next, isBlock) })
  const renamed = matchDeploys(steps)
  const kept: KeptGate[] = []
  const weaker: WeakerGate[] = []
  for (const gate of claims(compared, renamed, blocks)) {
    const violation = weakerIn(compared, gate)
    if (violation === undefined) kept.push(gate)
    else weaker.push({ ...gate, violation })
  }
  return {
    proved: weaker.length === 0,
    contexts: kinds.map(({ name }) => name),
    kept,
    weaker,
    newDeploys: unmatched(steps.next, renamed).map(({ id }) => id),
  }
}

function isBlock({ kind }: Node): boolean {
  return kind === 'block'
}

/** Each step with each block that holds it in some build. */
function claims({ old, kinds }: ComparedGraphs, renamed: Renamed, blocks: Renamed): readonly KeptGate[] {
  return Array.from(renamed).flatMap(([key, now]) => {
    const gates = new Set<string>()
    for (const [index, graph] of old.entries()) {
      const step = stepOf(graph, key)
      if (step === undefined) continue
      for (const gate of holdersOf(step, graph)) {
        if (!isBlock(gate) || gates.has(gate.id)) continue
        if (holdsSometimes(graph, { step, gates: [gate] }, kinds[index] as UsualContext)) gates.add(gate.id)
      }
    }
    return [...gates].map((gate) => ({ step: key, gate, now: { step: now, gate: blocks.get(gate) } }))
  })
}

/** A build in which a gate holds in the old pipeline, and not in the new one. */
function weakerIn({ old, next, kinds }: ComparedGraphs, { step, gate, now }: KeptGate): Violation | undefined {
  let undecided: Violation | undefined
  for (const [index, graph] of next.entries()) {
    const after = stepOf(graph, now.step)
    if (after === undefined) continue
    const before = beforeIn(old[index] as Graph, step, gate)
    const unmet = unmetIn(graph, after, [now.gate ?? gate], kinds[index] as UsualContext, before)
    if (unmet?.violation.scenario !== undefined) return unmet.violation
    undecided ??= unmet?.violation
  }
  return undecided
}

/** What is asked of the old pipeline. A build that had not the step did not let it start. */
function beforeIn(graph: Graph, key: string, gate: string): Before {
  const step = stepOf(graph, key)
  return { graph, demand: step && { step, gates: [stepOf(graph, gate) ?? []].flat() } }
}
