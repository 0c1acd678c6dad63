import { type Choices, withDefaults } from '../choices.ts'
import { apply } from './apply.ts'
import type { Command } from './command.ts'
import type { Event } from './event.ts'
import { createTables, type Tables } from './tables.ts'

const inside: unique symbol = Symbol('state')

/** The state of some builds: a value. `buildsOf` shows what is in it. */
export interface State {
  readonly [inside]: Inside
}

/**
 * The newest state has the tables; an older one has given them away and is made again from its events where somebody asks
 * for it. So a long simulation copies nothing, and still no state ever changes.
 */
interface Inside {
  tables: Tables | undefined
  readonly choices: Choices
  readonly before?: { readonly state: State; readonly event: Event } | undefined
}

/** A world without builds, with as many agents as it takes. */
export function begin(given: Partial<Choices> = {}): State {
  const choices = withDefaults(given)
  return { [inside]: { tables: createTables(choices), choices } }
}

/**
 * The state after an event, and what is to be done. Pure: the same state and event give the same, and no state is changed
 * that anybody can see. An event that means nothing there, as the end of a job that has ended, changes nothing.
 */
export function next(state: State, event: Event): { readonly state: State; readonly commands: readonly Command[] } {
  const tables = take(state)
  const commands = apply(tables, event)
  return { state: { [inside]: { tables, choices: state[inside].choices, before: { state, event } } }, commands }
}

/** The tables of a state, to look into. */
export function tablesOf(state: State): Tables {
  return (state[inside].tables ??= replay(state))
}

/** The tables of a state, to change: it has none afterwards. */
function take(state: State): Tables {
  const tables = tablesOf(state)
  state[inside].tables = undefined
  return tables
}

function replay(state: State): Tables {
  const events: Event[] = []
  let at = state[inside]
  for (; at.before !== undefined; at = at.before.state[inside]) events.push(at.before.event)
  const tables = createTables(at.choices)
  for (const event of events.toReversed()) apply(tables, event)
  return tables
}
