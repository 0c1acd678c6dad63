import type { BuildContext, Graph, Node } from '@kitewright/core'
import { isGiven, isOn } from '@kitewright/core/attributes'
import { interpolatedText, isInterpolated } from '@kitewright/schema'
import { blocksBeside, prerequisites } from '@kitewright/core/order'
import { type ChoiceName, type Choices, withDefaults } from '../choices.ts'
import type { Reason } from '../reason.ts'
import { absence, type AbsenceQuestion } from './absence.ts'
import type { BuildPlan, ExternalNeed, Need, StepPlan } from './build-plan.ts'
import { conditionContext } from './condition-variables.ts'
import { jobPlans, type JobQuestion } from './job-plans.ts'
import { uploadEnvironment } from './upload-environment.ts'

/** What an upload is planned for. */
export interface PlanOptions {
  readonly context: BuildContext
  readonly choices?: Partial<Choices> | undefined
  /** The build's id; reasons name steps by it. */
  readonly build?: string | undefined
  /** How many steps earlier uploads of the build have: the numbers of these begin there. */
  readonly offset?: number | undefined
}

/** Settles the conditions of a pipeline for one build, and makes its jobs. Who waits for whom is core's `prerequisites`. */
export function planBuild(graph: Graph, options: PlanOptions): BuildPlan {
  const touched = new Set<ChoiceName>()
  const choices = withDefaults(options.choices)
  const touch = (name: ChoiceName): unknown => touched.add(name)
  const { known, fill } = uploadEnvironment(graph, options.context)
  const isVisible = choices.upload_env_in_conditions === 'visible'
  if (isGiven(graph.attributes['env'])) touch('upload_env_in_conditions')
  const env = isVisible ? known : (options.context.env as Readonly<Record<string, string>>)
  const condition = conditionContext(options.context, env)
  const question = { graph, choices, touch, fill, condition, context: options.context }
  const place = (step: number) => ({ build: options.build ?? '', step: step + (options.offset ?? 0) })
  const absences = findAbsences(graph, question, place)
  const steps = graph.nodes.map((node) => planStep(node, absences, question))
  return { steps, touched }
}

type PlanQuestion = AbsenceQuestion & JobQuestion

/** For each step, why the build does not have it. A group is left out by its own conditions, and its steps with it. */
function findAbsences(
  graph: Graph,
  question: PlanQuestion,
  place: (step: number) => { readonly build: string; readonly step: number },
): readonly (Reason | undefined)[] {
  const own = graph.nodes.map((node) => absenceOf(node, question))
  const found = graph.nodes.map((node, index) => {
    const ofGroup = node.group === undefined ? undefined : own[node.group]
    if (ofGroup === undefined || own[index] !== undefined) return own[index]
    const isCondition = ofGroup.code === 'conditional_failed'
    if (isCondition && isGiven(node.attributes['if'])) {
      question.touch('group_and_step_if')
      if (question.choices.group_and_step_if === 'step') return undefined
    }
    return { ...ofGroup, ofGroup: true as const }
  }) as (Reason | undefined)[]
  // A group is there as long as one of its steps is.
  for (const { index, children } of graph.nodes)
    if (children.some((child) => found[child] === undefined)) found[index] = undefined
  for (const node of graph.nodes) {
    if (node.kind !== 'wait' || found[node.index] !== undefined) continue
    const block = blocksBeside(node, graph).find((index) => found[index] === undefined)
    if (block !== undefined) found[node.index] = { code: 'optimizer_removed', block: place(block) }
  }
  return found
}

function absenceOf(node: Node, question: PlanQuestion): Reason | undefined {
  const found = absence(node, question)
  if (found === undefined || node.kind !== 'wait') return found
  question.touch('absent_wait')
  return question.choices.absent_wait === 'barrier' ? undefined : found
}

function planStep(node: Node, absences: readonly (Reason | undefined)[], question: PlanQuestion): StepPlan {
  const { index, kind, id, key, label, group, children, attributes, edges } = node
  const { graph } = question
  const isGroupNamed = group !== undefined && graph.nodes[group]?.edges !== undefined
  return {
    index,
    kind,
    id,
    key,
    label,
    group,
    children,
    ignored: absences[index],
    needs: absences[index] === undefined ? needsOf(node, absences, question) : [],
    externalNeeds: absences[index] === undefined ? externalNeeds(node, question) : [],
    followsUploader: edges === undefined && !isGroupNamed && kind !== 'input' && kind !== 'group',
    jobs: jobPlans(node, question),
    blockedState: blockedState(attributes['blocked_state']),
    trigger: kind === 'trigger' ? triggerOf(node, question) : undefined,
    namesDependencies: edges !== undefined,
  }
}

/** The steps that it waits for in this build: those that are there, of barriers the first that is. */
function needsOf(node: Node, absences: readonly (Reason | undefined)[], question: PlanQuestion): readonly Need[] {
  const { graph, choices, touch } = question
  if (node.kind === 'group') return []
  const isThere = (step: number): boolean => absences[step] === undefined
  const tolerance = new Map<number, boolean>()
  for (const { step, ofGroup, toleratesFailure, insteadOf, by } of prerequisites(node, graph)) {
    if (!isThere(step) || insteadOf.some(isThere)) continue
    if (ofGroup && by === 'depends_on' && node.edges !== undefined) {
      touch('group_and_step_depends_on')
      if (choices.group_and_step_depends_on === 'step') continue
    }
    tolerance.set(step, (tolerance.get(step) ?? true) && toleratesFailure)
  }
  return Array.from(tolerance, ([step, tolerant]) => ({ step, tolerant }))
}

/** Its dependencies on steps of other uploads; also those of its group. */
function externalNeeds(node: Node, { graph, fill }: PlanQuestion): readonly ExternalNeed[] {
  const group = node.group === undefined ? undefined : graph.nodes[node.group]
  const isTolerant = isOn(node.attributes['allow_dependency_failure'])
  return [...(node.edges ?? []), ...(group?.edges ?? [])].flatMap(({ external, allowFailure }) => {
    if (external === undefined) return []
    const text = isInterpolated(external) ? fill({ [interpolatedText]: external[interpolatedText] }) : external
    return [{ key: String(text), tolerant: isTolerant || isOn(allowFailure) }]
  })
}

function blockedState(value: unknown): StepPlan['blockedState'] {
  return value === 'failed' || value === 'running' ? value : 'passed'
}

function triggerOf({ attributes }: Node, { fill }: PlanQuestion): StepPlan['trigger'] {
  const { trigger, async: isAsync, build } = fill(attributes) as Readonly<Record<string, unknown>>
  return { pipeline: String(trigger ?? ''), isAsync: isOn(isAsync), build }
}
