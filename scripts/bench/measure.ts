import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Case } from './cases.ts'

/** What a case takes: medians, in milliseconds and megabytes. */
export interface Measured {
  readonly name: string
  readonly milliseconds: number
  readonly megabytes: number
}

const reporter = fileURLToPath(new URL('report-memory.cjs', import.meta.url))

/** Runs all cases in turn, again and again, so that what else the machine does hits all alike. */
export function measure(node: string, cases: readonly Case[], folder: string, rounds: number): readonly Measured[] {
  const times = cases.map((): number[] => [])
  const memory = cases.map((): number[] => [])
  for (let round = -1; round < rounds; round++) {
    for (const [index, { args, env }] of cases.entries()) {
      const start = process.hrtime.bigint()
      run(node, args, folder, env)
      // The first round warms the caches of files and compiled code.
      if (round >= 0) times[index]?.push(Number(process.hrtime.bigint() - start) / 1e6)
      if (round >= 0 && round < 5) memory[index]?.push(peakMemory(node, args, folder, env))
    }
  }
  return cases.map(({ name }, index) => ({
    name,
    milliseconds: median(times[index] ?? []),
    megabytes: median(memory[index] ?? []),
  }))
}

function run(node: string, args: readonly string[], cwd: string, env: Case['env']): string {
  const { status, stderr } = spawnSync(node, args, { cwd, encoding: 'utf8', env: buildEnvironment(env) })
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`)
  return stderr
}

/** Measured apart: the report at the end takes time of its own. */
function peakMemory(node: string, args: readonly string[], cwd: string, env: Case['env']): number {
  const kilobytes = /kitewright-bench (\d+)$/m.exec(run(node, ['--require', reporter, ...args], cwd, env))?.[1]
  return Number(kilobytes) / 1024
}

/** A job's environment: git need not be asked. */
function buildEnvironment(more: Case['env']): NodeJS.ProcessEnv {
  const build = { BUILDKITE: 'true', BUILDKITE_BRANCH: 'main', BUILDKITE_COMMIT: '0'.repeat(40) }
  return { ...process.env, ...build, ...more }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? NaN
}
