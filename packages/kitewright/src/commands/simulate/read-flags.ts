import { type Duration, parseDuration, type BuildScenario, type SharedScenario } from '@kitewright/scheduler'
import type { Invocation } from '../../command-line.ts'

/** What the flags of a command line say of a simulation, or what was wrong with them. */
export type FlagScenario = { readonly scenario: BuildScenario & SharedScenario } | { readonly problem: string }

/** Reads `--fail`, `--soft-fail`, `--unblock`, `--duration` and `--agents`. */
export function readFlags({ flags }: Invocation): FlagScenario {
  const outcomes = [
    ...listOf(flags['fail']).map((key) => [key, 'failed'] as const),
    ...listOf(flags['soft-fail']).map((key) => [key, 'soft_failed'] as const),
  ]
  const durations = listOf(flags['duration']).map((text) => readPair(text, '='))
  const oddDuration = durations.find(([, duration]) => duration === undefined || parseDuration(duration) === undefined)
  if (oddDuration) return { problem: `--duration wants KEY=5m, not "${oddDuration.filter(Boolean).join('=')}"` }
  const unblocks = listOf(flags['unblock']).map((text) => readPair(text, '@'))
  const oddUnblock = unblocks.find(([, at]) => at !== undefined && parseDuration(at) === undefined)
  if (oddUnblock) return { problem: `--unblock wants KEY or KEY@2h, not "${oddUnblock.join('@')}"` }
  const agents = readAgents(listOf(flags['agents']))
  if (typeof agents === 'string') return { problem: agents }
  return {
    scenario: {
      outcomes: Object.fromEntries(outcomes),
      durations: Object.fromEntries(durations) as Readonly<Record<string, Duration>>,
      unblock: Object.fromEntries(unblocks.map(([key, at]) => [key, at === undefined ? true : { at }])),
      ...(agents && { agents }),
    },
  }
}

function listOf(flag: Invocation['flags'][string]): readonly string[] {
  return flag === undefined ? [] : [flag].flat().map(String)
}

/** The parts around the last such sign: a key may hold one. */
function readPair(text: string, sign: string): readonly [key: string, value: string | undefined] {
  const at = text.lastIndexOf(sign)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

/** Agents by queue; a number alone is for all queues that are not named. Returns what is wrong otherwise. */
function readAgents(given: readonly string[]): Readonly<Record<string, number>> | string | undefined {
  if (given.length === 0) return undefined
  const entries = given.map((text) => (text.includes('=') ? readPair(text, '=') : (['*', text] as const)))
  const odd = entries.find(([, count]) => !/^\d+$/.test(count ?? ''))
  if (odd) return `--agents wants N or QUEUE=N, not "${odd[0] === '*' ? odd[1] : odd.join('=')}"`
  return Object.fromEntries(entries.map(([queue, count]) => [queue, Number(count)]))
}
