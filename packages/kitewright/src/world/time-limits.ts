import type { World } from './world.ts'

/**
 * How long a program may take unless told otherwise, in seconds: more than each takes when all is well, and than the
 * agent goes on trying where its server is not (docs/spec/upload.md §8, docs/spec/agent-api.md §3).
 */
const usual: Readonly<Record<string, number>> = { git: 60, npm: 600, 'buildkite-agent': 300 }

/** What to look at where a program does not end. */
const hints: Readonly<Record<string, string>> = {
  git: 'is the disk slow, or does it wait for a lock?',
  npm: 'is its registry reachable?',
  'buildkite-agent': "is the agent's endpoint reachable?",
}

/** The variable that says otherwise, for all that a program is run for: `git=300 npm=1200`. */
const variable = 'KITEWRIGHT_TIME_LIMITS'

/** The longest that a timer of Node waits, in seconds. */
const longest = 2_147_483

/** The exit status of a program that was ended because its time was over, as `timeout` has it. */
export const overdueStatus = 124

/**
 * How long a program may take, in seconds. Returns undefined where nothing limits it.
 *
 * @param told What this call of it may take, unless the environment says otherwise.
 */
export function limitOf(program: string, told?: number, env: World['env'] = process.env): number | undefined {
  const words = env[variable]?.split(/[\s,]+/) ?? []
  const stated = words.findLast((word) => word.startsWith(`${program}=`))?.slice(program.length + 1)
  if (stated === undefined || !/^\d+(?:\.\d+)?$/.test(stated)) return told ?? usual[program]
  return Math.min(Number(stated), longest)
}

/** Says that a program was ended, and what to do. */
export function overdueWords(program: string, args: readonly string[], seconds: number): string {
  const line = [program, ...args].join(' ')
  const shown = line.length > 200 ? `${line.slice(0, 200)}…` : line
  const time = seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`
  const hint = hints[program] === undefined ? '' : `${hints[program]} `
  return `kitewright: ${program} had not ended after ${time}, and was ended; ${hint}to see what it waits for, run: ${shown}\n`
}
