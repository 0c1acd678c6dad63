import type { WireMap, WirePipeline } from '@kitewright/core'
import type { JsonOptions } from '@kitewright/core/literal'
import { emitJson } from '../../pipeline/emit.ts'
import { streamEnvironments } from '../../pipeline/stream-environments.ts'
import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import type { Outside } from '../../world/world.ts'
import { resolveCommit } from './resolve-commit.ts'

/** One upload. */
export interface GeneratedPart {
  readonly json: string
  /** The first key that its author gave a step: by it the build can be asked whether the part arrived. */
  readonly key?: string | undefined
  /** Writes it with a key on its first step: a part without keys is given one when it is sent. */
  readonly withKey: (key: string) => Promise<string>
  /** The variables that it gives to the jobs of the build. */
  readonly variables: readonly string[]
}

/**
 * Writes what the agent is given with `--no-interpolation`: everything is filled in as the agent would have done.
 *
 * @param documents The parts of each pipeline: one pipeline, unless the file is a stream of YAML documents.
 * @returns All parts in the order in which their steps land: those of a later document before those of an earlier one.
 */
export async function writeParts(
  documents: readonly (readonly WirePipeline[])[],
  env: Outside['env'],
  world: Outside,
): Promise<readonly GeneratedPart[] | LocatedDiagnostic> {
  const known = Object.entries(await resolveCommit(env, world)).filter((entry): entry is [string, string] => {
    return entry[1] !== undefined
  })
  const experiments = env['BUILDKITE_AGENT_EXPERIMENT']?.split(',') ?? []
  const options = {
    indent: 0,
    interpolation: false,
    env: Object.fromEntries(known),
    prefersRuntime: experiments.includes('interpolation-prefers-runtime-env'),
  }
  const environments = await streamEnvironments(
    documents.map(([wire = {}]) => ({ wire })),
    options,
  )
  try {
    const written = documents.map((parts, index) =>
      parts.map((part) => writePart(part, { ...options, env: environments[index] })),
    )
    return await Promise.all(written.toReversed().flat())
  } catch (error) {
    return notFilledIn(error)
  }
}

async function writePart(part: WirePipeline, options: JsonOptions): Promise<GeneratedPart> {
  const json = await emitJson(part, options)
  const written = JSON.parse(json) as Steps & { readonly env?: object }
  return {
    json,
    key: firstKey(written),
    withKey: (key) => emitJson(withKey(part, key), options),
    variables: Object.keys(written.env ?? {}),
  }
}

function withKey({ steps = [], ...pipeline }: WirePipeline, key: string): WirePipeline {
  const [first, ...others] = steps
  if (first === undefined) return pipeline
  const step = typeof first === 'string' ? { [first]: null, key } : { ...(first as WireMap), key }
  return { ...pipeline, steps: [step, ...others] }
}

interface Steps {
  readonly steps?: readonly unknown[]
}

/** Its own or that of a step in a group. */
function firstKey({ steps = [] }: Steps): string | undefined {
  for (const step of steps) {
    if (typeof step !== 'object' || step === null) continue
    const { key = firstKey(step) } = step as { readonly key?: unknown }
    if (typeof key === 'string' && key !== '') return key
  }
  return undefined
}

/** The only thing that writing can fail at: `${NAME?message}` whose variable is missing. */
function notFilledIn(error: unknown): LocatedDiagnostic {
  return {
    code: 'KW4090',
    severity: 'error',
    message: error instanceof Error ? error.message : String(error),
    path: [],
    why: 'the environment of this job does not have what the pipeline demands',
    hint: 'set the variable, or give a default: ${NAME:-default}',
    related: [],
  }
}
