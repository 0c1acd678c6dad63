import { type Command, exitCode } from './command-line.ts'
import { inOneLine } from './secrets/in-lines.ts'
import type { World } from './world/world.ts'

/** Says what is wrong with a command line, and how it is written. */
export function usageProblem({ name, usage }: Command, problem: string, world: World): number {
  world.stderr.write(
    `kitewright ${name}: ${inOneLine(problem, world)}\nusage: ${usage}\n\`kitewright ${name} --help\` shows every option\n`,
  )
  return exitCode.usage
}
