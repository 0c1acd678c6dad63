import { holdProcess } from './leftovers.ts'
import { main } from './main.ts'
import { processWorld } from './process-world.ts'

/** Runs one command line in the real world. */
export async function run(args: readonly string[]): Promise<void> {
  const world = processWorld()
  const end = holdProcess(world.stderr)
  end(await main(args, world))
}
