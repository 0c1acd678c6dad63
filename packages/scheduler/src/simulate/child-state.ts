import type { ChildState } from '../machine/event.ts'
import type { BuildState } from '../states.ts'

/** What the state of a build means to the trigger step that started it. */
export function childState(state: BuildState): ChildState {
  switch (state) {
    case 'creating':
    case 'scheduled':
    case 'failing':
    case 'canceling':
      return 'running'
    default:
      return state
  }
}
