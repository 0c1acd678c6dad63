import { expect } from 'vitest'
import type { GivenContext, Pipeline } from '@kitewright/core'
import { scenarioTable } from './commands/simulate/scenario-table.ts'
import { tableText } from './commands/simulate/table-text.ts'
import { matchesGolden } from './matchers/golden.ts'
import { pipelineText } from './matchers/pipeline-text.ts'
import {
  finishesWithin,
  hasFailed,
  hasPassed,
  hasRun,
  hasRunBefore,
  hasStarted,
  isSkipped,
  isWaitingAt,
  type Verdict,
} from './matchers/verdicts.ts'
import { isGated } from './matchers/is-gated.ts'
import type { GateDemand } from './proof/prove-graphs.ts'
import type { Scenario } from './simulation/scenario.ts'
import { simulate } from './simulation/simulate.ts'
import type { Simulation } from './simulation/simulation.ts'
import type { StepKey } from './simulation/step-key.ts'

/** What `import 'kitewright/vitest'` adds to `expect`. */
export interface PipelineMatchers<Result = unknown> {
  /** That a step, or the build, has passed. */
  readonly toHavePassed: (key?: StepKey) => Result
  /** That a step, or the build, has failed, for good. */
  readonly toHaveFailed: (key?: StepKey) => Result
  /** That a job of the step has started. */
  readonly toHaveStarted: (key: StepKey) => Result
  /** That all jobs of the step have run to an end. */
  readonly toHaveRun: (key: StepKey) => Result
  /** That the build leaves the step out. */
  readonly toBeSkipped: (key: StepKey) => Result
  /** That the block or input waits for a person. */
  readonly toBeWaitingAt: (key: StepKey) => Result
  /** That the first step was over before the second one started. */
  readonly toHaveRunBefore: (key: StepKey, other: StepKey) => Result
  /** That the build takes so long at the most: `600`, `'10m'`. */
  readonly toFinishWithin: (time: number | string) => Result
  /** That in no build the step starts before its gate was continued: a proof, not a sample. The key is any of the pipeline's. */
  readonly toGate: (key: StepKey, demand: GateDemand) => Result
  /** That the pipeline is what its golden file beside the test says, in YAML; `vitest -u` writes it anew. */
  readonly toMatchPipeline: (given?: GivenContext) => Result
  /** That each step does in each scenario what the golden file beside the test says, in a table. */
  readonly toMatchScenarios: (scenarios: Readonly<Record<string, Scenario>>) => Result
}

declare module 'vitest' {
  interface Matchers<T> extends PipelineMatchers<T> {}
}

expect.extend({
  toHavePassed: (run: Simulation, key?: StepKey) => answer(hasPassed(run, key)),
  toHaveFailed: (run: Simulation, key?: StepKey) => answer(hasFailed(run, key)),
  toHaveStarted: (run: Simulation, key: StepKey) => answer(hasStarted(run, key)),
  toHaveRun: (run: Simulation, key: StepKey) => answer(hasRun(run, key)),
  toBeSkipped: (run: Simulation, key: StepKey) => answer(isSkipped(run, key)),
  toBeWaitingAt: (run: Simulation, key: StepKey) => answer(isWaitingAt(run, key)),
  toHaveRunBefore: (run: Simulation, key: StepKey, other: StepKey) => answer(hasRunBefore(run, key, other)),
  toFinishWithin: (run: Simulation, time: number | string) => answer(finishesWithin(run, time)),
  toGate: (pipeline: Pipeline, key: StepKey, demand: GateDemand) => answer(isGated(pipeline, key, demand)),
  toMatchPipeline(pipeline: Pipeline, given?: GivenContext) {
    const text = pipelineText(pipeline, given)
    return text instanceof Promise ? text.then((late) => golden(late, 'yml', this)) : golden(text, 'yml', this)
  },
  toMatchScenarios(pipeline: Pipeline, scenarios: Readonly<Record<string, Scenario>>) {
    const runs = Object.entries(scenarios).map(([name, scenario]) => ({
      name,
      timeline: simulate(pipeline, scenario).timeline,
    }))
    return golden(tableText(scenarioTable(runs), false), 'txt', this)
  },
})

function answer({ pass, message }: Verdict): { readonly pass: boolean; readonly message: () => string } {
  return { pass, message: () => message }
}

/** What a matcher is told of its test. */
interface TestState {
  readonly testPath?: string | undefined
  readonly currentTestName?: string | undefined
  readonly snapshotState?: unknown
}

const counts = new Map<string, number>()

function golden(text: string, ending: string, { testPath = '', currentTestName = '', snapshotState }: TestState) {
  const { _updateSnapshot: update = 'new' } = Object(snapshotState) as {
    readonly _updateSnapshot?: 'all' | 'new' | 'none'
  }
  const id = `${testPath}\0${currentTestName}\0${ending}`
  const number = counts.get(id) ?? 0
  counts.set(id, number + 1)
  const { pass, file, expected } = matchesGolden(text, ending, { testPath, testName: currentTestName, number, update })
  const message =
    expected === undefined
      ? `there is no ${file}; vitest -u writes it`
      : `not as ${file} says; vitest -u writes it anew`
  return { pass, message: () => message, actual: text, expected }
}
