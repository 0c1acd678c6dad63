import type { StepKind } from '@kitewright/schema'
import { followed } from './anchors.ts'
import type { AgentStep } from '../agent/agent-step.ts'
import { mergedPairs } from '../parse/merged-pairs.ts'
import type { ParsedPipeline } from '../parse/parse-document.ts'
import type { SourceNode } from '../parse/source.ts'

/** The function that makes a step. */
export type Constructor = StepKind

/** One step of the YAML on its way to TypeScript. */
export interface PlannedStep {
  readonly index: number
  readonly step: AgentStep
  /** As it stands in its list: an alias, a map or a word. */
  readonly node: SourceNode
  readonly constructor: Constructor
  readonly children: readonly PlannedStep[]
}

/** Every step of a pipeline, each group before its children, in the order of the file. */
export function planSteps(pipeline: ParsedPipeline): readonly PlannedStep[] {
  const all: PlannedStep[] = []
  const plan = (steps: readonly AgentStep[], nodes: readonly SourceNode[]): readonly PlannedStep[] =>
    steps.map((step, position) => {
      const index = all.length
      const node = nodes[position] as SourceNode
      const children: PlannedStep[] = []
      const planned: PlannedStep = {
        index,
        step,
        node,
        constructor: step.kind === 'unknown' ? 'command' : step.kind,
        children,
      }
      all.push(planned)
      children.push(...plan(step.steps ?? [], stepNodes(node, pipeline.targets)))
      return planned
    })
  plan(pipeline.steps, stepNodes(pipeline.source, pipeline.targets))
  return all
}

/** The nodes of a pipeline's or group's steps. */
function stepNodes(owner: SourceNode, targets: ReadonlyMap<SourceNode, SourceNode>): readonly SourceNode[] {
  const node = followed(owner, targets)
  if (node.kind === 'list') return node.items
  if (node.kind !== 'map') return []
  const steps = mergedPairs(node, targets).pairs.findLast(({ name }) => name === 'steps')?.value
  const list = steps && followed(steps, targets)
  return list?.kind === 'list' ? list.items : []
}
