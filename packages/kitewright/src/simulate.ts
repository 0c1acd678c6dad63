export { choices, formatDuration } from '@kitewright/scheduler'
export type {
  BuildState,
  BuildTimeline,
  Choice,
  ChoiceName,
  Choices,
  Duration,
  Intervention,
  JobEnding,
  JobOutcome,
  JobState,
  JobTimeline,
  NamedReason,
  Outcome,
  PerAttempt,
  Quantiles,
  QueueTimeline,
  StepState,
  StepTimeline,
  Timeline,
  Unblock,
  Waited,
} from '@kitewright/scheduler'
export {
  finishesWithin,
  hasFailed,
  hasPassed,
  hasRun,
  hasRunBefore,
  hasStarted,
  isSkipped,
  isWaitingAt,
  type StepQuestion,
  type Verdict,
} from './matchers/verdicts.ts'
export { InvalidPipeline } from './invalid-pipeline.ts'
export type { BuildOfSeveral, Scenario, SharedOptions } from './simulation/scenario.ts'
export { simulate, simulateAsync } from './simulation/simulate.ts'
export { simulateBuilds, simulateBuildsAsync } from './simulation/simulate-builds.ts'
export type { Simulation, SimulatedBuilds } from './simulation/simulation.ts'
export type { ByStep, StepKey } from './simulation/step-key.ts'
export { proveGate, proveGateAsync } from './proof/prove-gate.ts'
export type { GateDemand, GateProof, Violation } from './proof/prove-graphs.ts'
export { type BuildsDemand, proveBuilds, proveBuildsAsync } from './proof/prove-builds.ts'
export type { BuildsProof, BuildsVerdict, BuildsViolation, OneOfTwo } from './proof/told-of-builds.ts'
export {
  type KeptGate,
  provesSame,
  provesSameAsync,
  type SameDemand,
  type SameProof,
  type WeakerGate,
} from './proof/proves-same.ts'
