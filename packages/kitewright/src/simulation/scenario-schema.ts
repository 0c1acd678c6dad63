import * as z from 'zod/mini'
import { choices } from '@kitewright/scheduler'
import type { OwnScenario, SharedOptions } from './scenario.ts'

const duration = z.union([z.number(), z.string()])
const texts = z.array(z.string())
const person = z.strictObject({
  name: z.optional(z.string()),
  email: z.optional(z.string()),
  teams: z.prefault(texts, []),
})

const build = z.strictObject({
  id: z.optional(z.string()),
  number: z.optional(z.number()),
  branch: z.optional(z.string()),
  commit: z.optional(z.string()),
  message: z.optional(z.string()),
  tag: z.optional(z.string()),
  source: z.optional(z.string()),
  pull_request: z.optional(
    z.strictObject({
      id: z.string(),
      base_branch: z.optional(z.string()),
      draft: z.prefault(z.boolean(), false),
      labels: z.prefault(texts, []),
      repository: z.optional(z.string()),
    }),
  ),
  creator: z.optional(person),
  author: z.optional(person),
})

const outcome = z.union([
  z.enum(['passed', 'failed', 'soft_failed', 'timed_out']),
  z.number(),
  z.strictObject({
    exitStatus: z.optional(z.number()),
    signal: z.optional(z.string()),
    signalReason: z.optional(z.string()),
    promisedAfter: z.optional(duration),
  }),
])

const unblock = z.union([
  z.literal(true),
  duration,
  z.strictObject({
    after: z.optional(duration),
    at: z.optional(duration),
    fields: z.optional(z.record(z.string(), z.union([z.string(), texts]))),
    by: z.optional(z.string()),
  }),
])

const intervention = { at: duration, step: z.optional(z.string()) }

const scenario = z.strictObject({
  build: z.optional(build),
  pipeline: z.optional(z.record(z.string(), z.string())),
  organization: z.optional(z.record(z.string(), z.string())),
  env: z.optional(z.record(z.string(), z.string())),
  changedFiles: z.optional(texts),
  outcomes: z.optional(z.record(z.string(), z.union([outcome, z.array(outcome)]))),
  durations: z.optional(
    z.record(z.string(), z.union([duration, z.array(duration), z.strictObject({ quantiles: z.array(duration) })])),
  ),
  defaultDuration: z.optional(duration),
  unblock: z.optional(z.record(z.string(), unblock)),
  retry: z.optional(z.array(z.strictObject({ ...intervention, step: z.string() }))),
  cancel: z.optional(z.array(z.strictObject(intervention))),
  seed: z.optional(z.number()),
  agents: z.optional(z.union([z.number(), z.record(z.string(), z.number())])),
  choices: z.optional(
    z.strictObject(
      Object.fromEntries(
        Object.entries(choices).map(([name, choice]) => [
          name,
          z.optional(z.enum([choice.default, ...choice.alternatives])),
        ]),
      ),
    ),
  ),
})

/** A scenario as a file can hold it. */
export type FileScenario = Omit<OwnScenario, 'uploads' | 'pipelines'> & SharedOptions

/** What a file's JSON comes to, or what is wrong with it, in one line. */
export type ReadScenarios<Value> = { readonly value: Value } | { readonly problem: string }

/** Reads a file of one scenario. */
export function readScenario(text: string): ReadScenarios<FileScenario> {
  return read(text, scenario) as ReadScenarios<FileScenario>
}

/** Reads a file of scenarios by their names. */
export function readScenarios(text: string): ReadScenarios<Readonly<Record<string, FileScenario>>> {
  return read(text, z.record(z.string(), scenario)) as ReadScenarios<Readonly<Record<string, FileScenario>>>
}

function read(text: string, schema: z.ZodMiniType): ReadScenarios<unknown> {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { problem: 'it is not JSON' }
  }
  const parsed = z.safeParse(schema, json)
  if (parsed.success) return { value: parsed.data }
  const [issue] = parsed.error.issues
  return { problem: `${issue?.path.join('.') || 'the whole'}: ${said(issue)}` }
}

function said(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys')
    return `nothing here is called ${issue.keys.map((key) => `"${key}"`).join(', ')}`
  return issue?.message ?? 'it is not a scenario'
}
