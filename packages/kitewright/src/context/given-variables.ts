import type { Invocation } from '../command-line.ts'
import type { Outside } from '../world/world.ts'
import { readContextFile } from './context-file.ts'

/** The variables that a command line itself gives, by `--env` or in a replayed context, as far as they can be read. */
export function givenVariables(
  { flags }: Invocation,
  outside: Pick<Outside, 'cwd' | 'readText'>,
): Readonly<Record<string, string>> {
  const replayed = typeof flags['context'] === 'string' ? readContextFile(flags['context'], outside) : undefined
  const pairs = listOf(flags['env']).map(readPair)
  return {
    ...(replayed && 'env' in replayed && replayed.env),
    ...Object.fromEntries(pairs.filter((pair) => pair !== undefined)),
  }
}

/** `NAME=VALUE`. Returns undefined if the text is not. */
export function readPair(pair: string): readonly [name: string, value: string] | undefined {
  const equals = pair.indexOf('=')
  return equals < 1 ? undefined : [pair.slice(0, equals), pair.slice(equals + 1)]
}

/** The values of a flag that may be given several times. */
export function listOf(flag: Invocation['flags'][string]): readonly string[] {
  return Array.isArray(flag) ? flag.filter((item): item is string => typeof item === 'string') : []
}
