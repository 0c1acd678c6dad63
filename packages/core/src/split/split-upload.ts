import { diagnose } from '../check/rule.ts'
import { jobCount } from '../attributes/jobs.ts'
import { stepName } from '../model/step-name.ts'
import type { WirePipeline } from '../emit/wire-pipeline.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Edge, Graph, Node } from '../model/graph.ts'
import { wire } from '../wire/wire.ts'
import { chooseCuts } from './choose-cuts.ts'
import { cuts } from './cuts.ts'
import { jobsPerUpload } from '../attributes/limits.ts'
import { barriersToName } from './named-barriers.ts'

/** The uploads that make up a pipeline, in the order of its steps; or why it cannot be sent in parts. */
export type Split =
  | { readonly parts: readonly WirePipeline[]; readonly refusal?: undefined }
  | { readonly parts?: undefined; readonly refusal: Diagnostic }

/**
 * Splits a pipeline that makes more jobs than one upload may. The last part is to be uploaded first, since steps land
 * directly behind the uploading one (docs/spec/upload.md §9): order and dependencies are then those of the whole
 * pipeline. A step whose `wait` lies in an earlier part names it. A pipeline within the limit is one part, as it
 * stands.
 */
export function splitUpload(graph: Graph, limit: number = jobsPerUpload): Split {
  const jobs = graph.roots.map((root) => jobsOf(graph, root))
  if (jobs.reduce((sum, count) => sum + count, 0) <= limit) return { parts: [wire(graph)] }
  const choice = chooseCuts(jobs, cuts(graph), limit)
  if (choice.at === undefined) return { refusal: refuse(graph, choice, limit) }
  const starts = [0, ...choice.at]
  const explicit = withNamedBarriers(graph, starts)
  return { parts: starts.map((start, part) => partOf(explicit, start, starts[part + 1], part === 0)) }
}

/** How many jobs a pipeline makes, as far as that is written. */
export function jobsIn({ nodes }: Graph): number {
  return nodes.reduce((sum, node) => sum + jobCount(node), 0)
}

function jobsOf({ nodes }: Graph, root: number): number {
  const { children } = nodes[root] as Node
  return [root, ...children].reduce((sum, index) => sum + jobCount(nodes[index] as Node), 0)
}

/** Attributes of the pipeline act on the steps of their upload, so each part has them; only one tells people. */
function partOf(graph: Graph, start: number, end: number | undefined, isFirst: boolean): WirePipeline {
  const { notify, ...attributes } = graph.attributes
  return wire({
    ...graph,
    roots: graph.roots.slice(start, end),
    attributes: isFirst && notify !== undefined ? { ...attributes, notify } : attributes,
  })
}

function withNamedBarriers(graph: Graph, starts: readonly number[]): Graph {
  const edges = new Map<number, readonly Edge[]>()
  let cut = 0
  for (const [position, index] of graph.roots.entries()) {
    if (starts.includes(position)) cut = position
    const named = barriersToName(graph.nodes[index] as Node, cut, graph)
    if (named.length > 0)
      edges.set(
        index,
        named.flatMap(({ barriers }) => barriers).map((to) => ({ to, path: [] })),
      )
  }
  const needed = new Set([...edges.values()].flat().map(({ to }) => to))
  return {
    ...graph,
    nodes: graph.nodes.map((node) => ({
      ...node,
      edges: edges.get(node.index) ?? node.edges,
      printedKey: node.printedKey ?? (needed.has(node.index) ? waitKey(graph, node) : undefined),
    })),
  }
}

/** A key that says what it is for, and is nobody else's. */
function waitKey({ nodes }: Graph, { index }: Node): string {
  const taken = new Set(nodes.flatMap(({ key, attributes }) => [key, attributes['key']]))
  let key = `wait-${index}`
  while (taken.has(key)) key = `${key}-wait`
  return key
}

interface Stuck {
  readonly from: number
  readonly jobs: number
  readonly problem: string | undefined
}

function refuse(graph: Graph, { from, jobs, problem }: Stuck, limit: number): Diagnostic {
  const node = graph.nodes[graph.roots[from] ?? 0]
  const name = node === undefined ? 'the pipeline' : stepName(node.step)
  return diagnose({ code: 'KW2090', severity: 'error' }, graph, {
    node,
    path: [],
    message: `${name} and what must be uploaded with it make ${jobs} jobs, and one upload may make ${limit}`,
    why: problem ?? 'a step or a group is uploaded as a whole',
    hint: 'make fewer jobs of it, put a wait between steps that may be parted, or hand some over with trigger({ … })',
  })
}
