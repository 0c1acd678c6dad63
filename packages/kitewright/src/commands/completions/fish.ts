import type { Command } from '../../command-line.ts'
import { choicesOf, flagsOf, quoted } from './words.ts'

/** Completions for fish, with what each command and flag does. */
export function fishCompletions(commands: readonly Command[]): string {
  const names = commands.map(
    ({ name, summary }) =>
      `complete -c kitewright -n __fish_use_subcommand -f -a ${quoted(name)} -d ${quoted(summary)}`,
  )
  const flags = commands.flatMap((command) =>
    flagsOf(command).map(([flag, option]) => {
      const choices = choicesOf(option)
      const value =
        option.type === 'boolean' ? '' : choices.length === 0 ? ' -r' : ` -x -a ${quoted(choices.join(' '))}`
      const where = quoted(`__fish_seen_subcommand_from ${command.name}`)
      return `complete -c kitewright -n ${where} -l ${flag.slice(2)}${value} -d ${quoted(option.summary)}`
    }),
  )
  return `${[...names, ...flags].join('\n')}\n`
}
