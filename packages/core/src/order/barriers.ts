import { goesOnAfterFailure } from '../attributes/goes-on.ts'
import { mayBeAbsent } from '../attributes/presence.ts'
import { oncePerGraph } from '../attributes/once-per-graph.ts'
import { isOn } from '../attributes/read-value.ts'
import type { Graph, Node } from '../model/graph.ts'

/** Whether the steps after it in its list wait for it, unless they say what they wait for (docs/spec/semantics.md §3). */
export function isBarrier({ kind }: Node): boolean {
  return kind === 'wait' || kind === 'block'
}

/**
 * Barriers that stand side by side. They count as one: Buildkite drops a `wait` beside a block, and of several waits only
 * the last has an effect (docs/spec/semantics.md §3.1).
 */
export interface BarrierRun {
  /** Position of the first in its list, and the position after the last. */
  readonly from: number
  readonly to: number
  /** Indexes in the order in which they count: in each build, the first of them that is there is the barrier. */
  readonly barriers: readonly number[]
  /** Whether one of them is there in every build. */
  readonly isSure: boolean
  readonly blocks: readonly number[]
}

/** A list of steps: those outside groups, or those of one group. */
export interface StepList {
  readonly steps: readonly number[]
  readonly runs: readonly BarrierRun[]
}

/** Where a step stands: its list, its position, and how many of the list's runs end before it. */
interface Standing {
  readonly list: StepList
  readonly position: number
  readonly passed: number
}

const readLists = oncePerGraph((graph) => {
  const groups = graph.nodes.filter(({ kind }) => kind === 'group')
  const lists = [graph.roots, ...groups.map(({ children }) => children)].map((steps) => readList(steps, graph))
  const standings: Standing[] = []
  for (const list of lists) {
    let passed = 0
    for (const [position, index] of list.steps.entries()) {
      if ((list.runs[passed]?.to ?? Infinity) <= position) passed++
      standings[index] = { list, position, passed }
    }
  }
  return { lists, standings }
})

function readList(steps: readonly number[], graph: Graph): StepList {
  const runs: BarrierRun[] = []
  for (let from = 0; from < steps.length; from++) {
    let to = from
    while (to < steps.length && isBarrier(graph.nodes[steps[to] as number] as Node)) to++
    if (to === from) continue
    runs.push(readRun(from, to, steps, graph))
    from = to
  }
  return { steps, runs }
}

function readRun(from: number, to: number, steps: readonly number[], graph: Graph): BarrierRun {
  const isKind = (index: number, kind: string): boolean => graph.nodes[index]?.kind === kind
  const nearestFirst = steps.slice(from, to).toReversed()
  const blocks = nearestFirst.filter((index) => isKind(index, 'block'))
  const counting = [...blocks, ...nearestFirst.filter((index) => isKind(index, 'wait'))]
  const sure = counting.findIndex((index) => !mayBeAbsent(graph.nodes[index] as Node, graph))
  return { from, to, barriers: sure === -1 ? counting : counting.slice(0, sure + 1), isSure: sure !== -1, blocks }
}

/** The lists of a pipeline: the steps outside groups, then those of each group. */
export function stepLists(graph: Graph): readonly StepList[] {
  return readLists(graph).lists
}

function standingOf({ index }: Node, graph: Graph): Standing {
  return readLists(graph).standings[index] as Standing
}

/** The runs of barriers before a step in its list, the nearest first, up to one that is in every build. */
export function* runsBefore(node: Node, graph: Graph): Iterable<BarrierRun> {
  const { list, passed } = standingOf(node, graph)
  for (let at = passed - 1; at >= 0; at--) {
    const run = list.runs[at] as BarrierRun
    yield run
    if (run.isSure) return
  }
}

/** The nearest barrier before a step in its list. Returns undefined if there is none. */
export function barrierBefore(node: Node, graph: Graph): Node | undefined {
  const { list, position, passed } = standingOf(node, graph)
  const previous = graph.nodes[list.steps[position - 1] ?? -1]
  if (previous && isBarrier(previous)) return previous
  const run = list.runs[passed - 1]
  return run && graph.nodes[list.steps[run.to - 1] as number]
}

/** The blocks that a wait stands beside: it is dropped in builds that have one of them. */
export function blocksBeside(wait: Node, graph: Graph): readonly number[] {
  const { list, position, passed } = standingOf(wait, graph)
  const run = list.runs[passed]
  return wait.kind === 'wait' && run !== undefined && run.from <= position ? run.blocks : []
}

/**
 * The steps before a barrier in its list that it waits for, the nearest first. An input holds nothing up. Steps before a
 * barrier that stands for them are left out; `standsForAll` says which barriers do.
 */
export function stepsBefore(barrier: Node, graph: Graph, standsForAll: (earlier: Node) => boolean): readonly number[] {
  const { list, position } = standingOf(barrier, graph)
  const found: number[] = []
  for (let at = position - 1; at >= 0; at--) {
    const node = graph.nodes[list.steps[at] as number] as Node
    if (node.kind !== 'input') found.push(node.index)
    if (isBarrier(node) && standsForAll(node)) break
  }
  return found
}

/** Whether a barrier is in every build and passes only after all steps before it: who waits for it waits for all of them. */
export function standsForAllBefore(barrier: Node, graph: Graph): boolean {
  const { edges, attributes } = barrier
  const isTolerant = goesOnAfterFailure(barrier) || isOn(attributes['allow_dependency_failure'])
  return edges === undefined && !isTolerant && !mayBeAbsent(barrier, graph) && blocksBeside(barrier, graph).length === 0
}
