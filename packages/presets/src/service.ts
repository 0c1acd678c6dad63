import {
  type BuildContext,
  definePipeline,
  type Pipeline,
  type PipelineOptions,
  sequence,
  type Step,
} from '@kitewright/core'
import type { ServiceOptions } from './service-options.ts'
import { type PlacedStage, stagesFor, unknownStages } from './stages.ts'

/**
 * The whole delivery of a service. Every build runs the tests; one of the default branch makes the image, deploys it to
 * test, and after a person's click to production. A pull request never deploys.
 *
 * @throws Where it is rendered: if an option names a stage that the service has not.
 * @example
 * export default service({ name: 'payments' })
 */
export function service(options: ServiceOptions): Pipeline {
  return definePipeline((context) => serviceSteps(options, context))
}

/** What the service runs in one build. */
function serviceSteps(options: ServiceOptions, context: BuildContext): PipelineOptions {
  const { unknown, known } = unknownStages(options)
  if (unknown.length > 0)
    throw new Error(
      `service({ name: '${options.name}' }) has no stage ${unknown.join(', ')}: its stages are ${known.join(', ')}`,
    )

  const { folder, watch = [], agents, notify } = options
  if (folder !== undefined && !context.affects(`${folder}/**`, ...watch)) return { steps: [] }
  const stages = stagesFor(context, options)
  const gates = gatesOf(stages)
  const isDelivered = stages.some(({ name }) => name !== 'tests')
  return {
    ...(agents !== undefined && { agents }),
    ...(notify !== undefined && isDelivered && { notify }),
    ...(Object.keys(gates).length > 0 && { gates }),
    steps: inOrder(stages),
  }
}

/** Each step of a deployment waits for the consents before it: what a proof is asked to hold to. */
function gatesOf(stages: readonly PlacedStage[]): Record<string, readonly Step[]> {
  const gates: Record<string, readonly Step[]> = {}
  let consents: readonly Step[] = []
  for (const { name, steps } of stages) {
    if (name.startsWith('approve-')) consents = [...consents, ...steps.filter((step) => 'block' in step)]
    if (!name.startsWith('deploy-') || consents.length === 0) continue
    for (const { key } of steps as readonly { readonly key?: unknown }[])
      if (typeof key === 'string') gates[key] = consents
  }
  return gates
}

/** Each stage after the one before; what stands aside is where its reader looks for it. */
function inOrder(stages: readonly PlacedStage[]): readonly Step[] {
  const placed = sequence(...stages.map(({ steps }) => steps))
  let before: readonly Step[] = []
  let at = 0
  return stages.flatMap(({ steps, aside }) => {
    const made = (isLater: boolean): readonly Step[] =>
      aside.filter(({ after }) => (after !== undefined) === isLater).map(({ make }) => make(before))
    const all = [...made(false), ...placed.slice(at, at + steps.length), ...made(true)]
    at += steps.length
    if (steps.length > 0) before = steps
    return all
  })
}
