import type { Pipeline } from '@kitewright/core'
import { proveGate } from '../proof/prove-gate.ts'
import type { GateDemand } from '../proof/prove-graphs.ts'
import type { StepKey } from '../simulation/step-key.ts'
import type { Verdict } from './verdicts.ts'

/** Whether it is proved that a step never starts before its gate was continued. */
export function isGated(pipeline: Pipeline, key: StepKey, demand: GateDemand): Verdict {
  const proof = proveGate(pipeline, key, demand)
  if (proof.proved) return { pass: true, message: `it is proved for ${proof.contexts.join('; ')}` }
  const { explanation, scenario } = proof.violation
  if (scenario === undefined) return { pass: false, message: explanation }
  // What a test is made of: the scenario that shows it, without what is as in any build.
  const shown = JSON.stringify(scenario, (_, value: unknown) => (typeof value === 'function' ? undefined : value))
  return { pass: false, message: `${explanation}\n\nsee it happen: simulate(pipeline, ${shown}).why('${key}')` }
}
