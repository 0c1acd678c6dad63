import type { Command, Option } from './command-line.ts'
import { commands } from './commands.ts'

const examples: readonly (readonly [string, string])[] = [
  ['kitewright render', 'the pipeline for the commit at hand'],
  ['kitewright render --branch feature/x --pull-request 7', 'the same for a pull request'],
  ['kitewright check --format json', 'every diagnostic, for a program to read'],
  ['kitewright explain KW1002', 'what a diagnostic means'],
]

/** What `kitewright --help` prints. */
export function overview(): string {
  return [
    'kitewright: pipelines for Buildkite, written in TypeScript and checked before they are sent',
    '',
    'usage: kitewright <command> [file] [options]',
    '',
    ...table(Object.entries(commands).map(([name, { summary }]) => [name, summary])),
    '',
    'examples:',
    ...table(examples),
    '',
    '`kitewright <command> --help` shows its options; `--version` the version.',
    '',
  ].join('\n')
}

/** What `kitewright <command> --help` prints. */
export function commandHelp(command: Command): string {
  return [
    command.summary,
    '',
    `usage: ${command.usage}`,
    '',
    'options:',
    ...table([...Object.entries(command.options).map(flagRow), ['-h, --help', 'show this']]),
    '',
    'examples:',
    ...table(command.examples.map(({ line, says }) => [line, says])),
    '',
  ].join('\n')
}

function flagRow([name, { short, value, summary, multiple }]: [string, Option]): [string, string] {
  const flag = `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
  return [flag, multiple ? `${summary} (repeatable)` : summary]
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
