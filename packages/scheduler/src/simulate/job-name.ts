import type { JobPlan, StepPlan } from '../plan/build-plan.ts'

/** What scenarios and tests call a step: its key, otherwise its id. */
export function stepKey({ key, id }: Pick<StepPlan, 'key' | 'id'>): string {
  return key ?? id
}

/**
 * What scenarios and tests call a job: its step alone where that has one; `unit[3]` by its number among parallel ones, from 0
 * as in BUILDKITE_PARALLEL_JOB; `unit[20]` or `unit[node=20,os=linux]` by its combination of a matrix.
 */
export function jobName(step: StepPlan, job: JobPlan): string {
  const name = stepKey(step)
  if (job.values !== undefined) {
    const values = Object.entries(job.values)
    return `${name}[${values.map(([dimension, value]) => (dimension === '' ? value : `${dimension}=${value}`)).join(',')}]`
  }
  return job.parallel === undefined ? name : `${name}[${job.parallel}]`
}

/** What a table says of a job: by its own name, by a part of its combination, by its step. */
export function lookUp<Value>(
  table: Readonly<Record<string, Value>> | undefined,
  step: StepPlan,
  job: JobPlan,
): Value | undefined {
  if (table === undefined) return undefined
  const name = jobName(step, job)
  if (Object.hasOwn(table, name)) return table[name]
  const key = stepKey(step)
  if (job.values !== undefined) {
    for (const [part, value] of Object.entries(table)) if (isPart(part, key, job.values)) return value
  }
  return Object.hasOwn(table, key) ? table[key] : undefined
}

function isPart(name: string, key: string, values: Readonly<Record<string, string>>): boolean {
  if (!name.startsWith(`${key}[`) || !name.endsWith(']')) return false
  const pairs = name.slice(key.length + 1, -1).split(',')
  return pairs.every((pair) => {
    const at = pair.indexOf('=')
    return at > 0 && values[pair.slice(0, at)] === pair.slice(at + 1)
  })
}
