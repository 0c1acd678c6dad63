import type { ChildState } from '../machine/event.ts'
import type { BuildState } from '../states.ts'

/** What the state of a build means to the trigger step that started it. */
export function childState(state: BuildState, isSuperseded = false): ChildState {
  if (isSuperseded && state === 'canceled') return 'superseded'
  switch (state) {
    case 'creating':
    case 'scheduled':
    case 'failing':
    case 'canceling':
      return 'running'
    case 'skipped':
      return 'superseded'
    default:
      return state
  }
}
