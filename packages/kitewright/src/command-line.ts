import type { World } from './world/world.ts'

/** One flag of a command. */
export interface Option {
  readonly type: 'string' | 'boolean'
  readonly short?: string | undefined
  readonly multiple?: boolean | undefined
  /** How help calls its value, such as `FILE`. */
  readonly value?: string | undefined
  /** What it does, in one line. */
  readonly summary: string
}

/** A command line taken apart. */
export interface Invocation {
  readonly positionals: readonly string[]
  readonly flags: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>
}

/** A command as data: help is made of it, and it runs. */
export interface Command {
  readonly name: string
  /** What it does, in one line. */
  readonly summary: string
  /** Such as `kitewright render [file]`. */
  readonly usage: string
  readonly options: Readonly<Record<string, Option>>
  readonly examples: readonly { readonly line: string; readonly says: string }[]
  /** How many positional arguments it takes at most. */
  readonly positionals: number
  /** @returns The exit code. */
  readonly run: (invocation: Invocation, world: World) => Promise<number> | number
}

/** Exit codes (docs/concepts.md): the pipeline's fault, the caller's, the outside world's, ours. */
export const exitCode = { fine: 0, errors: 1, usage: 2, world: 3, fault: 70 } as const
