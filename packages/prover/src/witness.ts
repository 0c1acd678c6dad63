import { type BuildContext, givenContext, type Node } from '@kitewright/core'
import type { BuildScenario } from '@kitewright/scheduler'
import type { Break } from './break-gate.ts'
import type { ProofContext } from './gate-question.ts'
import { changedFilesFor } from './changed-files.ts'
import { hardFailure } from './failures.ts'
import { findValue } from './find-text.ts'
import type { Described } from './reads.ts'
import { withFacts } from './with-facts.ts'

/** A build that breaks a gate, as `simulate` takes it. */
export interface Witness {
  readonly context: BuildContext
  readonly scenario: Pick<BuildScenario, 'outcomes' | 'unblock' | 'retry'>
}

/**
 * Makes a build of a break.
 *
 * @returns Also what conditions read and no value was found for: there the build is as it usually is.
 */
export function witnessOf(
  found: Break,
  { context, changedFiles }: ProofContext & { readonly context: BuildContext },
): { readonly witness: Witness; readonly missing: readonly string[] } {
  const missing: string[] = []
  const facts: [string, unknown][] = []
  for (const [read, described] of found.reads) {
    if (changedOf(read) !== undefined) continue
    const value = findValue(described, likely(read, context))
    if (value === undefined) missing.push(read)
    else facts.push([read, value.value])
  }
  const { given, unset } = withFacts(context, facts)
  return {
    witness: {
      context: givenContext({ ...given, changedFiles: changedFiles ?? changed(found) }),
      scenario: scenarioOf(found),
    },
    missing: [...missing, ...unset],
  }
}

function likely(read: string, { build }: BuildContext): readonly (string | null)[] {
  if (read === 'build.branch') return [build.branch, 'main']
  return [read === 'build.tag' ? (build.tag ?? null) : null]
}

/** What has changed, where conditions ask; otherwise nobody knows, and everything counts. */
function changed({ reads }: Break): readonly string[] | undefined {
  const asked = Array.from(reads, ([read, described]) => ({ value: changedOf(read), described })).filter(
    ({ value }) => value !== undefined,
  )
  if (asked.length === 0) return undefined
  const which = (wanted: boolean): readonly unknown[] =>
    asked.filter(({ described }) => holds(described) === wanted).map(({ value }) => value)
  return changedFilesFor(which(true), which(false))
}

/** The `if_changed` that a read asks about. */
export function changedOf(read: string): unknown {
  return read.startsWith('["if_changed",') ? (JSON.parse(read) as readonly unknown[])[1] : undefined
}

function holds(described: Described): boolean {
  return 'value' in described && described.value === true
}

/** How long after another the rounds begin: longer than what happens in one takes. */
const daysOfRound = 365

function scenarioOf({ failed, continued }: Break): Witness['scenario'] {
  const outcomes = failed.map(({ node, inRounds }) => {
    const status = hardFailure(node) ?? 1
    const again = inRounds.indexOf(false)
    return [keyOf(node), again === -1 ? statusText(status) : [statusText(status), 'passed' as const]] as const
  })
  const retry = failed.flatMap(({ node, inRounds, from }) => {
    const again = inRounds.indexOf(false)
    return again === -1 ? [] : [{ at: `${(from + again) * daysOfRound}d`, step: keyOf(node) }]
  })
  return {
    outcomes: Object.fromEntries(outcomes),
    unblock: Object.fromEntries(continued.map((node) => [keyOf(node), true as const])),
    ...(retry.length > 0 && { retry }),
  }
}

function statusText(status: number): number | 'failed' {
  return status === 1 ? 'failed' : status
}

function keyOf({ key, id }: Node): string {
  return key ?? id
}
