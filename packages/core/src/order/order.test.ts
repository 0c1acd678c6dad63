import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { block } from '../dsl/block.ts'
import { command } from '../dsl/command.ts'
import { group } from '../dsl/group.ts'
import { input } from '../dsl/input.ts'
import { wait } from '../dsl/wait.ts'
import type { Graph, Node } from '../model/graph.ts'
import type { Step } from '../model/step.ts'
import { resolve } from '../resolve/resolve.ts'
import { alwaysWaitsFor } from './approvals.ts'
import { blocksBeside } from './barriers.ts'
import { prerequisites, waitingGraph } from './prerequisites.ts'

// What a step may wait for, by docs/spec/semantics.md §3 and what follows it, is told twice: by the model, and by a reading of the text
// that looks at all of a list anew for each step of each build.

interface Shape {
  readonly kind: 'command' | 'wait' | 'block' | 'input'
  readonly condition: 'none' | 'first' | 'second' | 'never'
  /** Indexes of steps that it names; undefined where it follows its list. */
  readonly names?: readonly { readonly step: number; readonly allow_failure: boolean }[] | undefined
  readonly isTolerant: boolean
  readonly goesOn: boolean
}

type Shapes = readonly (Shape & { readonly children?: readonly Shape[] })[]

const conditions = { first: 'build.branch == "main"', second: 'build.tag != null' } as const
const rarely = fc.integer({ max: 5, min: 0 }).map((number) => number === 0)
const named = fc.record({ step: fc.nat(12), allow_failure: rarely })
const shape: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constantFrom('command', 'command', 'command', 'wait', 'wait', 'block', 'input'),
  condition: fc.constantFrom('none', 'none', 'none', 'none', 'first', 'second', 'never'),
  names: fc.option(fc.array(named, { maxLength: 2 }), { freq: 3, nil: undefined }),
  isTolerant: rarely,
  goesOn: fc.boolean(),
})
const shapes: fc.Arbitrary<Shapes> = fc.array(
  fc.oneof(
    { arbitrary: shape, weight: 5 },
    { arbitrary: fc.tuple(shape, fc.array(shape, { minLength: 1, maxLength: 3 })).map(asGroup), weight: 1 },
  ),
  { minLength: 1, maxLength: 8 },
)

function asGroup([own, children]: [Shape, readonly Shape[]]): Shapes[number] {
  return { ...own, children }
}

function graphOf(list: Shapes): Graph {
  const count = list.reduce((sum, { children = [] }) => sum + 1 + children.length, 0)
  let next = 0
  const build = (own: Shapes[number]): Step => {
    const key = `s${next++}`
    const { kind, condition, names, isTolerant, goesOn, children } = own
    const options = {
      key,
      ...(condition === 'never' ? { raw: { skip: true } } : condition !== 'none' && { if: conditions[condition] }),
      ...(names && { depends_on: names.map(({ step, ...edge }) => ({ step: `s${step % count}`, ...edge })) }),
      allow_dependency_failure: isTolerant,
    }
    if (children) return group({ group: key, ...options, steps: children.map(build) })
    if (kind === 'wait') return wait({ ...options, continue_on_failure: goesOn })
    if (kind === 'block') return block({ block: key, ...options })
    return kind === 'input' ? input({ input: key, ...options }) : command({ command: key, ...options })
  }
  return resolve({ value: list.map(build), trace: {} }).graph
}

/** A build: which conditions hold, and what becomes of a step that starts. */
interface Build {
  readonly first: boolean
  readonly second: boolean
  readonly outcomes: readonly ('passed' | 'failed' | 'pending')[]
}

const build: fc.Arbitrary<Build> = fc.record({
  first: fc.boolean(),
  second: fc.boolean(),
  outcomes: fc.array(fc.constantFrom('passed', 'passed', 'failed', 'pending'), { minLength: 13, maxLength: 13 }),
})

/** `failed`: also what never runs since something before it failed. `pending`: for ever. */
type Status = 'absent' | 'passed' | 'failed' | 'pending'

interface Result {
  readonly statuses: readonly Status[]
  readonly started: readonly boolean[]
}

type Wait = readonly [step: number, toleratesFailure: boolean]

/** What becomes of a build, by what each step waits for in it: asked again until nothing changes. */
function run(
  { nodes }: Graph,
  { outcomes }: Build,
  isThere: (node: Node) => boolean,
  waitsOf: (node: Node) => readonly Wait[],
): Result {
  const statuses: Status[] = nodes.map((node) => (isThere(node) ? 'pending' : 'absent'))
  const started = nodes.map(() => false)
  for (let before = ''; before !== statuses.join();) {
    before = statuses.join()
    for (const node of nodes) {
      const { index, kind, children } = node
      if (statuses[index] !== 'pending') continue
      if (kind === 'group') {
        const inside = children.map((child) => statuses[child])
        if (inside.includes('failed')) statuses[index] = 'failed'
        else if (!inside.includes('pending')) statuses[index] = 'passed'
        continue
      }
      const waits = waitsOf(node)
      if (waits.some(([step, tolerates]) => statuses[step] === 'failed' && !tolerates)) statuses[index] = 'failed'
      else if (!waits.some(([step]) => statuses[step] === 'pending')) {
        started[index] = true
        // A wait passes by itself, and a block or input is continued or not.
        const outcome = outcomes[index] ?? 'passed'
        statuses[index] = kind === 'wait' ? 'passed' : kind !== 'command' && outcome === 'failed' ? 'pending' : outcome
      }
    }
  }
  return { statuses, started }
}

/** Whether a step is in a build: its own condition holds, and its group's. */
function presenceIn(facts: Build, { nodes }: Graph): (node: Node) => boolean {
  const holds = ({ attributes }: Node): boolean => {
    if (attributes['skip']) return false
    if (attributes['if'] === conditions.first) return facts.first
    return attributes['if'] === conditions.second ? facts.second : true
  }
  return (node) => holds(node) && (node.group === undefined || holds(nodes[node.group]!))
}

const isBarrier = ({ kind }: Node): boolean => kind === 'wait' || kind === 'block'
const isTolerant = ({ attributes }: Node): boolean => attributes['allow_dependency_failure'] === true

/** The text of the semantics, read step by step. */
function naively(graph: Graph, facts: Build): Result {
  const { nodes, roots } = graph
  const isPresent = presenceIn(facts, graph)
  const listOf = ({ group: own }: Node): readonly Node[] =>
    (own === undefined ? roots : nodes[own]!.children).map((index) => nodes[index]!)
  const isThere = (node: Node): boolean => isPresent(node) && !isDropped(node)
  const waitsOf = (node: Node): readonly Wait[] => {
    const { kind, edges, attributes } = node
    if (edges) return edges.map(({ to, allowFailure }) => [to!, isTolerant(node) || allowFailure === true])
    if (kind === 'input') return []
    const list = listOf(node)
    const earlier = list.slice(0, list.indexOf(node))
    if (isBarrier(node)) {
      const goesOn = kind === 'wait' && attributes['continue_on_failure'] === true
      const previous = earlier.filter((step) => step.kind !== 'input')
      return previous.map((step) => [step.index, isTolerant(node) || (goesOn && step.kind !== 'wait')])
    }
    const barrier = earlier.findLast((step) => isBarrier(step) && isThere(step))
    return barrier ? [[barrier.index, isTolerant(node)]] : []
  }
  return run(graph, facts, isThere, (node) => {
    const ofGroup = node.group === undefined ? [] : waitsOf(nodes[node.group]!)
    return [...waitsOf(node), ...ofGroup.map(([step, tolerates]): Wait => [step, tolerates || isTolerant(node)])]
  })

  /** A wait directly beside a block that is there, or beside waits that are, is dropped. */
  function isDropped(node: Node): boolean {
    if (node.kind !== 'wait') return false
    const list = listOf(node)
    return [1, -1].some((direction) => {
      for (let at = list.indexOf(node) + direction, next = list[at]; next && isBarrier(next); next = list[at]) {
        if (next.kind === 'block' && isPresent(next)) return true
        at += direction
      }
      return false
    })
  }
}

/** The same by the model. */
function byModel(graph: Graph, facts: Build): Result {
  const isPresent = presenceIn(facts, graph)
  const isThere = (node: Node): boolean =>
    isPresent(node) && !blocksBeside(node, graph).some((index) => isPresent(graph.nodes[index]!))
  return run(graph, facts, isThere, (node) =>
    prerequisites(node, graph)
      .filter(({ insteadOf }) => !insteadOf.some((index) => isThere(graph.nodes[index]!)))
      .map(({ step, toleratesFailure }) => [step, toleratesFailure]),
  )
}

describe('who waits for whom', () => {
  test('is in every build as the semantics have it', () => {
    fc.assert(
      fc.property(shapes, fc.array(build, { minLength: 3, maxLength: 3 }), (list, builds) => {
        const graph = graphOf(list)
        for (const facts of builds) expect(byModel(graph, facts)).toEqual(naively(graph, facts))
      }),
      { numRuns: 400 },
    )
  })

  test('is reached through the graph of waiting', () => {
    fc.assert(
      fc.property(shapes, (list) => {
        const graph = graphOf(list)
        const all = graph.nodes.map((node) => [...prerequisites(node, graph).map(({ step }) => step), ...node.children])
        expect(closure(waitingGraph(graph))).toEqual(closure(all))
      }),
      { numRuns: 200 },
    )
  })
})

function closure(successors: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return successors.map((direct) => {
    const reached = new Set(direct)
    for (const index of reached) for (const next of successors[index] ?? []) reached.add(next)
    return [...reached].toSorted((a, b) => a - b)
  })
}

test('a step that always waits for another one starts in no build before that has passed', () => {
  let always = 0
  fc.assert(
    fc.property(
      shapes,
      fc.nat(12),
      fc.nat(12),
      fc.array(build, { minLength: 12, maxLength: 12 }),
      (list, a, b, builds) => {
        const graph = graphOf(list)
        const step = graph.nodes[a % graph.nodes.length]!
        const awaited = graph.nodes[b % graph.nodes.length]!
        if (!alwaysWaitsFor(graph, step, awaited)) return
        always++
        const early = builds.filter((facts) => {
          const { statuses, started } = naively(graph, facts)
          const starts = [step.index, ...step.children].some((index) => started[index])
          return starts && statuses[awaited.index] !== 'passed'
        })
        expect(early).toEqual([])
      },
    ),
    { numRuns: 1000 },
  )
  expect(always).toBeGreaterThan(40)
})
