import { main } from './main.ts'
import { processWorld } from './process-world.ts'

/** Runs one command line in the real world. */
export async function run(args: readonly string[]): Promise<void> {
  process.exitCode = await main(args, processWorld())
}
