import type { BuildContext, Graph, Node } from '@kitewright/core'
import { prerequisites } from '@kitewright/core/order'
import type { BuildTimeline } from '@kitewright/scheduler'
import type { Break } from './break-gate.ts'
import type { Demand } from './gate-question.ts'
import { variableOf } from './with-facts.ts'
import { changedOf, type Witness } from './witness.ts'

/** A build that breaks a gate, in words. */
export interface BreakWords {
  /** What must not happen, and of which kind the build is. */
  readonly title: string
  /** What makes it so: what the build is, what fails, who clicks what. None where the most ordinary build is like that. */
  readonly facts: readonly string[]
  /** What the step waits for, and what became of that. */
  readonly waits: string
}

interface Broken {
  readonly found: Break
  readonly witness: Witness
  readonly timeline: BuildTimeline
}

/** What happens in a build that breaks a gate. */
export function explainBreak(graph: Graph, { step, gates }: Demand, broken: Broken, name: string): BreakWords {
  const { found, witness, timeline } = broken
  const behind = [...new Set(prerequisites(step, graph).map(({ step: index }) => index))]
    .map((index) => graph.nodes[index] as Node)
    .map((node) => `${called(node)}: ${timeline.steps[node.index]?.why ?? 'not there'}`)
  const again = found.failed.filter(({ inRounds }) => inRounds.includes(false))
  return {
    title: `in ${article(name)}, ${called(step)} starts though nobody continued ${gates.map(called).join(' or ')}`,
    facts: [
      ...Array.from(found.reads.keys(), (read) => readFact(read, witness.context)),
      ...found.failed.map(({ node }) => `${called(node)} fails`),
      ...found.continued.map((node) => `somebody continues ${called(node)}`),
      ...again.map(({ node }) => `somebody runs ${called(node)} again, and it passes`),
      ...found.taken.map(({ rule, taken }) => `Buildkite takes the open rule ${rule} as "${taken}"`),
    ],
    waits: `${called(step)} waits for ${behind.length === 0 ? 'nothing' : behind.join('; ')}`,
  }
}

function article(name: string): string {
  return name.startsWith('the ') ? `a build of ${name}` : name
}

/** What a condition reads in the build. */
function readFact(read: string, context: BuildContext): string {
  const changed = changedOf(read)
  if (changed !== undefined) {
    const files = context.changedFiles ?? []
    return files.length === 0 ? `nothing of ${JSON.stringify(changed)} has changed` : `${files.join(', ')} has changed`
  }
  const variable = variableOf(read)
  if (variable !== undefined) return `${read} is ${JSON.stringify(context.env[variable] ?? null)}`
  const [path = read] = /^[\w.]+/.exec(read) ?? []
  const value = path.split('.').reduce<unknown>((map, name) => Object(map)[name] as unknown, context)
  return `${path} is ${JSON.stringify(value ?? null)}`
}

function called(node: Node): string {
  return `${node.kind === 'block' ? 'block' : 'step'} "${node.id}"`
}
