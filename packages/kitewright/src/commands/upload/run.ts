import type { Invocation } from '../../command-line.ts'
import type { World } from '../../world/world.ts'
import type { Agent } from './agent.ts'

/** One run of the command: what it was asked for, the world, and the agent unless it is a dry run. */
export interface Run {
  readonly invocation: Invocation
  readonly world: World
  readonly agent: Agent | undefined
}
