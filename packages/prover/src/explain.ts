import type { Graph, Node } from '@kitewright/core'
import { prerequisites } from '@kitewright/core/order'
import type { BuildTimeline } from '@kitewright/scheduler'
import type { Break } from './break-gate.ts'
import type { Witness } from './witness.ts'

/** What happens in a build that breaks a gate, line by line. */
export function explainBreak(
  graph: Graph,
  { step, gates }: { readonly step: Node; readonly gates: readonly Node[] },
  { found, witness, timeline }: { readonly found: Break; readonly witness: Witness; readonly timeline: BuildTimeline },
  name: string,
): readonly string[] {
  const facts = [
    ...Object.entries(given(found, witness)).map(([read, value]) => `${read} is ${JSON.stringify(value)}`),
    ...found.failed.map((node) => `${called(node)} fails`),
    ...found.continued.map((node) => `somebody continues ${called(node)}`),
    ...found.taken.map(({ rule, taken }) => `Buildkite takes the open rule ${rule} as "${taken}"`),
  ]
  const behind = [...new Set(prerequisites(step, graph).map(({ step: index }) => index))]
  return [
    `in ${article(name)}, ${called(step)} starts though nobody continued ${gates.map(called).join(' or ')}`,
    ...facts.map((fact) => `- ${fact}`),
    behind.length === 0
      ? `- ${called(step)} waits for nothing`
      : `- ${called(step)} waits for ${behind
          .map((index) => graph.nodes[index] as Node)
          .map((node) => `${called(node)}: ${timeline.steps[node.index]?.why ?? 'not there'}`)
          .join('; ')}`,
  ]
}

function article(name: string): string {
  return name.startsWith('the ') ? `a build of ${name}` : name
}

/** What conditions read in the build, as far as it matters and was found. */
function given({ reads }: Break, { build, env }: Witness): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Array.from(reads.keys(), (read) => {
      const [, variable] = /["']([^"']+)["']/.exec(read) ?? []
      const value = variable === undefined ? valueAt(build, read) : (env[variable] ?? null)
      return [read, value]
    }),
  )
}

function valueAt(build: object, read: string): unknown {
  const path = read.split('.').slice(1)
  const found = path.reduce<unknown>((value, name) => Object(value)[name] as unknown, build)
  return found ?? null
}

function called(node: Node): string {
  return `${node.kind === 'block' ? 'block' : 'step'} "${node.id}"`
}
