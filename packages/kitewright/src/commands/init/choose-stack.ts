import { basename, dirname } from 'node:path'
import type { Invocation } from '../../command-line.ts'
import { type Stack, stacks } from '../../vendored/stacks.ts'
import { findStack, starterFiles } from '../../vendored/starter-files.ts'
import type { World } from '../../world/world.ts'
import { isYes } from './is-yes.ts'
import type { Preset } from './presets.ts'

/** What `--stack` takes. */
export const stackNames: readonly string[] = [...Object.keys(stacks), 'none']

/** What a person decided, or what the repository tells. */
export type ChosenStack = Stack | 'none'

/**
 * The stack whose starter files a delivery gets: the one named, otherwise the repository's, if the person at the terminal
 * wants them. Undefined if the repository tells of none; `unknown` if one is named that there is not.
 */
export async function chooseStack(
  { flags }: Invocation,
  { isDelivery }: Preset,
  world: World,
): Promise<ChosenStack | 'unknown' | undefined> {
  const named = flags['stack']
  if (typeof named === 'string' && !stackNames.includes(named)) return 'unknown'
  if (!isDelivery) return 'none'
  if (typeof named === 'string') return isStack(named) ? named : 'none'
  const repository = basename(world.cwd) === '.buildkite' ? dirname(world.cwd) : world.cwd
  const found = findStack(repository, world)
  return found === undefined || (await agreed(found, repository, world)) ? found : 'none'
}

function isStack(name: string): name is Stack {
  return Object.hasOwn(stacks, name)
}

async function agreed(stack: Stack, repository: string, world: World): Promise<boolean> {
  const names = Object.keys(starterFiles(stack, repository, world))
  if (world.ask === undefined || names.length === 0) return true
  const answer = await world.ask(
    `${stacks[stack].manifest} is of ${stacks[stack].title}: begin with ${names.join(', ')} for it? [Y/n] `,
  )
  return isYes(answer)
}
