import {
  block,
  command,
  type Definition,
  definePipeline,
  draft,
  evaluatePipeline,
  givenContext,
  type Graph,
  group,
  input,
  trigger,
  wait,
} from '@kitewright/core'
import type { PlainStep } from './plain-pipeline.ts'

/** The graph of a plain pipeline. Returns undefined where Buildkite would refuse it. */
export function graphOfPlain(steps: readonly PlainStep[]): Graph | undefined {
  const pipeline = definePipeline(steps.map(stepOf))
  const { graph, problems } = draft(evaluatePipeline(pipeline, givenContext()) as Definition)
  return problems.length > 0 ? undefined : graph
}

export function stepOf(plain: PlainStep): ReturnType<typeof command> | ReturnType<typeof group> {
  const { kind, steps = [], queue, matrixSkip, matrix, isRaw = false, ...attributes } = plain
  const { depends_on, if: condition, branches, if_changed, skip, ...others } = attributes
  const order = { depends_on, if: condition, branches, if_changed, skip }
  const given = Object.fromEntries(Object.entries(order).filter(([, value]) => value !== undefined))
  const options = {
    ...others,
    ...(isRaw ? { raw: given } : given),
    ...(queue !== undefined && { agents: { queue } }),
    ...(matrix && { matrix: matrixSkip === undefined ? matrix : skipping(matrix, matrixSkip) }),
  } as object
  switch (kind) {
    case 'command':
      return command({ command: `make ${plain.key}`, ...options })
    case 'wait':
      return wait(options) as never
    case 'block':
      return block({ block: plain.key, ...options }) as never
    case 'input':
      return input({ input: plain.key, ...options }) as never
    case 'trigger':
      return trigger({ trigger: 'other', ...options }) as never
    case 'group':
      return group({ group: plain.key, steps: steps.map(stepOf), ...options })
  }
}

function skipping(setup: readonly string[], skipped: string): object {
  return { setup, adjustments: [{ with: skipped, skip: true }] }
}
