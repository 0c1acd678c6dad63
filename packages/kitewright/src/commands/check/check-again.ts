import type { Severity } from '@kitewright/core'
import type { Invocation } from '../../command-line.ts'
import type { TextEdit } from '../../mend/text-edit.ts'
import type { World } from '../../world/world.ts'
import { mended } from './mendable.ts'

/** A finding as `check --format json` tells it. */
export interface Found {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly path: readonly (string | number)[]
  readonly file?: string | undefined
  readonly line?: number | undefined
  readonly fix?: readonly TextEdit[] | undefined
}

/** What is found by the same command line in a process of its own, for Node keeps what it has loaded. Undefined if it fails. */
export async function checkAgain(invocation: Invocation, world: World): Promise<readonly Found[] | undefined> {
  const { started, env } = world
  const args = argumentsOf(invocation, { format: 'json', annotate: undefined })
  const { status, stdout } = await world.run(started.program, [...started.before, 'check', ...args], { env })
  if (status !== 0 && status !== 1) return undefined
  return (JSON.parse(stdout) as { readonly diagnostics: readonly Found[] }).diagnostics
}

/** Runs the same command line without `--fix`, its output going where ours goes. */
export async function runAgain(invocation: Invocation, world: World): Promise<number | undefined> {
  const { started, env } = world
  const args = [...started.before, 'check', ...argumentsOf(invocation, {})]
  return (await world.run(started.program, args, { env: { ...env, [mended]: '1' }, inherits: true })).status
}

function argumentsOf({ flags, positionals }: Invocation, others: Invocation['flags']): readonly string[] {
  const given = Object.entries({ ...flags, ...others, fix: undefined })
  const options = given.flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((one) => (one === true ? [`--${name}`] : one === false ? [] : [`--${name}=${one}`])),
  )
  return [...options, '--', ...positionals]
}
