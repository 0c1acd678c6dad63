import { buildsOf } from '../machine/view.ts'
import type { StepPlan } from '../plan/build-plan.ts'
import type { Run, RunningBuild } from './run-builds.ts'
import { timesOf } from './sight.ts'
import type { SharedScenario } from './scenario.ts'
import type { QueueTimeline } from './timeline.ts'

/** How many agents a queue has; undefined for as many as it takes. */
export function agentsOf({ agents }: SharedScenario, queue: string): number | undefined {
  return typeof agents === 'object' ? (agents[queue] ?? agents['*']) : agents
}

/** How busy the agents of each queue were. */
export function queueTimelines(run: Run, duration: number): Readonly<Record<string, QueueTimeline>> {
  const busy = new Map<string, number>()
  for (const { id, steps } of buildsOf(run.state)) {
    const build = run.builds.get(id) as RunningBuild
    for (const { index, jobs } of steps) {
      const step = build.steps[index] as StepPlan
      if (step.kind !== 'command') continue
      for (const job of jobs) {
        const { started, finished } = timesOf(run, job)
        const queue = step.jobs[job.slot]?.queue ?? 'default'
        const time = started === undefined ? 0 : ((finished ?? run.now) - started) / 1000
        busy.set(queue, (busy.get(queue) ?? 0) + time)
      }
    }
  }
  return Object.fromEntries(
    [...busy].map(([queue, time]) => {
      const agents = agentsOf(run.shared, queue)
      if (agents === undefined) return [queue, { busy: time }]
      const whole = agents * duration
      return [queue, { agents, busy: time, utilisation: whole === 0 ? 0 : time / whole }]
    }),
  )
}
