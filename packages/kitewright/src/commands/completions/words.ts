import type { Command, Option } from '../../command-line.ts'

/** The flags of a command, with what each does. */
export function flagsOf({ options }: Command): readonly (readonly [flag: string, option: Option])[] {
  return Object.entries(options).map(([name, option]) => [`--${name}`, option])
}

/** The words that a flag takes, if they are listed as in `yaml|json`. */
export function choicesOf({ value }: Option): readonly string[] {
  return value !== undefined && /^[a-z]+(\|[a-z]+)+$/.test(value) ? value.split('|') : []
}

/** Text between single quotes of a shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
