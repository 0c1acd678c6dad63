export { type Choice, type ChoiceName, type Choices, choices } from './choices.ts'
export type { Command } from './machine/command.ts'
export type { ChildState, Event } from './machine/event.ts'
export { begin, next, type State } from './machine/state.ts'
export { buildsOf, type BuildView, type JobView, type StepView } from './machine/view.ts'
export type { BuildPlan, JobPlan, StepPlan } from './plan/build-plan.ts'
export { planBuild, type PlanOptions } from './plan/plan-build.ts'
export type { Reason, ReasonCode, StepPlace } from './reason.ts'
export { type Duration, formatDuration, parseDuration } from './simulate/duration.ts'
export type {
  BuildScenario,
  Intervention,
  JobEnding,
  JobOutcome,
  PerAttempt,
  Quantiles,
  SharedScenario,
  Unblock,
} from './simulate/scenario.ts'
export { simulateGraphs } from './simulate/simulate-graphs.ts'
export type { ChildBuild, SimulatedBuild, UploadedGraph } from './simulate/simulated-build.ts'
export type {
  BuildTimeline,
  JobTimeline,
  NamedReason,
  QueueTimeline,
  StepTimeline,
  Timeline,
  Waited,
} from './simulate/timeline.ts'
export type { BuildState, JobState, Outcome, StepState } from './states.ts'
