import type { Invocation } from '../command-line.ts'
import type { World } from '../world/world.ts'
import { givenVariables } from './given-variables.ts'
import { timeLimit, usualLimit } from './time-limit.ts'

/** A world in which no author's code is trusted, or why there is none. */
export function sealWorld(
  invocation: Invocation,
  world: World,
):
  { readonly sealed: World; readonly problem?: undefined } | { readonly sealed?: undefined; readonly problem: string } {
  if (world.runSealed === undefined)
    return { problem: '--sealed wants a Node that has permissions: 20.19 or newer, 22.13 or newer' }
  const { seconds = usualLimit } = timeLimit(invocation)
  const sealed = { world, seconds, given: givenVariables(invocation, world) }
  return { sealed: Object.create(world, { sealed: { value: sealed } }) as World }
}
