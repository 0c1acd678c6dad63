import { holdProcess } from './load/author.ts'
import { main } from './main.ts'
import type { World } from './world/world.ts'

/** Runs one command line as the whole of this process. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const end = holdProcess(world.stderr, async (error) => (await import('./own-fault.ts')).ownFault(error, world))
  end(await main(args, world))
}
