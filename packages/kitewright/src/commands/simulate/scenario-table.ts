import type { StepTimeline, Timeline } from '@kitewright/scheduler'
import { type Sign, signOf, wantsReason } from './signs.ts'

/** A cell of a table: what became of a step in a scenario, and the number of the note that says why. */
export interface Cell extends Sign {
  readonly note?: number | undefined
}

/** Scenarios side by side. */
export interface ScenarioTable {
  readonly columns: readonly { readonly name: string; readonly state: string; readonly duration: number }[]
  /** No cell where the pipeline of a scenario does not have the step. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly (Cell | undefined)[] }[]
  /** The reasons, by number from 1. */
  readonly notes: readonly string[]
}

/** A table of what each step does in each scenario. */
export function scenarioTable(runs: readonly { readonly name: string; readonly timeline: Timeline }[]): ScenarioTable {
  const builds = runs.map(
    ({
      name,
      timeline: {
        builds: [build],
      },
    }) => ({ name, build }),
  )
  const keys = inOrder(builds.map(({ build }) => (build?.steps ?? []).filter(isShown).map(({ key }) => key)))
  const notes: string[] = []
  const cell = (step: StepTimeline | undefined): Cell | undefined => {
    if (step === undefined) return undefined
    if (!wantsReason(step)) return signOf(step)
    // Of what did not run since something else did not, it is told where that began.
    const why = step.why.replace(/^(?:skipped|not started|left out|removed): (?:.* did not run, since )?/, '')
    if (!notes.includes(why)) notes.push(why)
    return { ...signOf(step), note: notes.indexOf(why) + 1 }
  }
  const rows = keys.map((key) => ({
    key,
    cells: builds.map(({ build }) => cell(build?.steps.find((step) => step.key === key))),
  }))
  const columns = builds.map(({ name, build }) => ({ name, state: build?.state ?? '', duration: build?.duration ?? 0 }))
  return { columns, rows, notes }
}

function isShown({ kind }: StepTimeline): boolean {
  return kind !== 'wait' && kind !== 'group'
}

/** All keys, each behind those that stand before it in its own list. */
function inOrder(lists: readonly (readonly string[])[]): readonly string[] {
  const keys: string[] = []
  for (const list of lists.toSorted((one, other) => other.length - one.length)) {
    let at = 0
    for (const key of list) {
      const known = keys.indexOf(key)
      if (known < 0) keys.splice(at, 0, key)
      at = (known < 0 ? at : known) + 1
    }
  }
  return keys
}
