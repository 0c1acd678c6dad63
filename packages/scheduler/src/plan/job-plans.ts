import type { Graph, Node } from '@kitewright/core'
import {
  asMap,
  concurrencyOf,
  isGiven,
  isOn,
  matrixCells,
  matrixShape,
  type MatrixValues,
  queueOf,
  withMatrixValues,
} from '@kitewright/core/attributes'
import type { ChoiceName, Choices } from '../choices.ts'
import type { Reason } from '../reason.ts'
import type { JobConcurrency, JobPlan } from './build-plan.ts'

/** What the jobs of a step are made of, beside the step. */
export interface JobQuestion {
  readonly graph: Graph
  readonly choices: Choices
  readonly touch: (name: ChoiceName) => void
  /** A value as the agent sends it. */
  readonly fill: (value: unknown) => unknown
}

type Attributes = Readonly<Record<string, unknown>>

/**
 * The jobs of a step: one for each combination of its matrix, or as many as its `parallelism`, otherwise one. A wait, block
 * or input is one job too, and a group none (docs/spec/semantics.md §2).
 */
export function jobPlans(node: Node, question: JobQuestion): readonly JobPlan[] {
  if (node.kind === 'group') return []
  const attributes = question.fill(node.attributes) as Attributes
  const shape = node.kind === 'command' ? matrixShape(attributes['matrix']) : undefined
  if (shape === undefined) return parallelJobs(jobPlan(attributes, question), attributes['parallelism'])
  const jobs: JobPlan[] = []
  for (const { values, attributes: changes, skip } of matrixCells(shape)) {
    if (skip !== undefined) question.touch('skipped_combination')
    if (skip !== undefined && question.choices.skipped_combination === 'no_job') continue
    const broken: Reason | undefined =
      skip === undefined ? undefined : { code: 'skip', ...(skip !== true && { text: skip }) }
    jobs.push({ ...jobPlan({ ...attributes, ...changes }, question, values), values, broken })
  }
  return jobs
}

function parallelJobs(job: JobPlan, parallelism: unknown): readonly JobPlan[] {
  const count = isGiven(parallelism) && parallelism !== '' ? Number(parallelism) : undefined
  if (count === undefined || !Number.isFinite(count)) return [job]
  if (count < 1) return [{ ...job, broken: { code: 'parallelism_zero' } }]
  return Array.from({ length: count }, (_, parallel) => ({ ...job, parallel }))
}

function jobPlan(attributes: Attributes, { graph, fill }: JobQuestion, values?: MatrixValues): JobPlan {
  const { timeout_in_minutes: minutes, priority = fill(graph.attributes['priority']) } = attributes
  const queue = queueOf(attributes['agents']) ?? queueOf(fill(graph.attributes['agents'])) ?? 'default'
  const timeout = Number(minutes) * 60
  return {
    queue: values === undefined ? queue : withMatrixValues(queue, values),
    priority: Number(priority) || 0,
    timeout: timeout > 0 ? timeout : undefined,
    softFail: attributes['soft_fail'],
    retry: attributes['retry'],
    concurrency: concurrency(attributes),
    cancelsOnBuildFailing: isOn(asMap(attributes)['cancel_on_build_failing']),
  }
}

function concurrency(attributes: Attributes): JobConcurrency | undefined {
  const { limit, groupName, method } = concurrencyOf(attributes)
  const most = Number(limit)
  if (groupName === undefined || !Number.isFinite(most)) return undefined
  return { group: groupName, limit: most, method: method === 'eager' ? 'eager' : 'ordered' }
}
