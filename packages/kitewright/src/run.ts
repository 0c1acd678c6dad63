import { holdProcess } from './load/author.ts'
import { main } from './main.ts'
import { guardWorld } from './secrets/guard-world.ts'
import type { Outside } from './world/world.ts'

/** Runs one command line as the whole of this process. */
export async function run(args: readonly string[], outside: Outside): Promise<void> {
  const world = guardWorld(outside)
  const end = holdProcess(world, async (error) => (await import('./own-fault.ts')).ownFault(error, world))
  end(await main(args, outside))
}
