import { parseArgs } from 'node:util'
import { suggest } from '@kitewright/core'
import { type Command, exitCode, type Invocation } from './command-line.ts'
import { commands } from './commands.ts'
import { givenVariables } from './context/given-variables.ts'
import { guardWorld } from './secrets/guard-world.ts'
import { inOneLine } from './secrets/in-lines.ts'
import { usageProblem } from './usage-problem.ts'
import type { Outside, World } from './world/world.ts'

/**
 * Runs one command line.
 *
 * @returns The exit code: 0 fine, 1 errors in the pipeline, 2 wrong usage, 3 the outside world failed, 70 our fault.
 */
export async function main(argv: readonly string[], outside: Outside): Promise<number> {
  const [name, ...rest] = argv
  const world = guardWorld(outside)
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') return await help(rest[0], world)
    if (name === '--version' || name === '-v') return await printVersion(world)
    const entry = commands[name]
    if (!Object.hasOwn(commands, name) || entry === undefined) return await unknownCommand(name, world)
    const command = await entry.load()
    if (rest.includes('--help') || rest.includes('-h')) return await help(name, world)
    const invocation = readInvocation(command, rest)
    if ('problem' in invocation) return usageProblem(command, invocation.problem, world)
    const guarded = guardWorld(outside, () => givenVariables(invocation, outside))
    if (invocation.flags['sealed'] !== true) return await command.run(invocation, guarded)
    const { sealWorld } = await import('./context/seal-world.ts')
    const { problem, sealed = guarded } = sealWorld(invocation, guarded)
    return problem === undefined ? await command.run(invocation, sealed) : usageProblem(command, problem, world)
  } catch (error) {
    const { isRefusal, ownFault } = await import('./own-fault.ts')
    if (isRefusal(error)) {
      world.stderr.write(`kitewright: ${inOneLine(error.message, world)}\n`)
      return exitCode.world
    }
    return ownFault(error, world)
  }
}

function readInvocation(command: Command, args: readonly string[]): Invocation | { readonly problem: string } {
  // So in the step that heads every build: Node's own parser takes almost a millisecond to begin.
  if (args.length === 0) return { positionals: [], flags: {} }
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(
        Object.entries(command.options).map(([name, { type, short, multiple }]) => [
          name,
          { type, ...(short !== undefined && { short }), ...(multiple !== undefined && { multiple }) },
        ]),
      ),
      allowPositionals: true,
      allowNegative: false,
    })
    if (positionals.length > command.positionals) {
      return { problem: `unexpected argument "${positionals[command.positionals]}"` }
    }
    return { positionals, flags: values }
  } catch (error) {
    return {
      problem: unknownFlag(command, error as Error) ?? (error as Error).message.split('. ', 1)[0] ?? 'wrong usage',
    }
  }
}

function unknownFlag({ options }: Command, { message }: Error): string | undefined {
  const [, flag] = /^Unknown option '(--?[^']*)'/.exec(message) ?? []
  if (flag === undefined) return undefined
  const meant = suggest(flag.replace(/^-+/, ''), [...Object.keys(options), 'help'])
  return `there is no option ${flag}${meant === undefined ? '' : `; did you mean --${meant}?`}`
}

async function unknownCommand(name: string, world: World): Promise<number> {
  const meant = suggest(name, Object.keys(commands))
  const hint = meant === undefined ? '`kitewright --help` lists them' : `did you mean "${meant}"?`
  world.stderr.write(`kitewright: there is no command "${inOneLine(name, world)}"; ${hint}\n`)
  return exitCode.usage
}

async function help(name: string | undefined, world: World): Promise<number> {
  const { commandHelp, overview } = await import('./help.ts')
  if (name === undefined || !Object.hasOwn(commands, name)) {
    if (name !== undefined && !name.startsWith('-')) return unknownCommand(name, world)
    world.stdout.write(overview())
    return exitCode.fine
  }
  world.stdout.write(commandHelp(await (commands[name] as (typeof commands)[string]).load()))
  return exitCode.fine
}

async function printVersion(world: World): Promise<number> {
  const { version } = await import('./version.ts')
  world.stdout.write(`${version}\n`)
  return exitCode.fine
}
