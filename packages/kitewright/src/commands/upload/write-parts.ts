import type { WireMap, WirePipeline } from '@kitewright/core'
import type { JsonOptions } from '@kitewright/core/literal'
import { emitJson } from '../../pipeline/emit.ts'
import { streamEnvironments } from '../../pipeline/stream-environments.ts'
import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import type { World } from '../../world/world.ts'
import { resolveCommit } from './resolve-commit.ts'

/** One upload. */
export interface GeneratedPart {
  readonly json: string
  /** Keys of its steps, by which the build can be asked whether it arrived. */
  readonly keys: readonly string[]
}

/**
 * Writes what the agent is given with `--no-interpolation`: everything is filled in as the agent would have done.
 *
 * @param documents The parts of each pipeline: one pipeline, unless the file is a stream of YAML documents.
 * @returns All parts in the order in which their steps land: those of a later document before those of an earlier one.
 */
export async function writeParts(
  documents: readonly (readonly WirePipeline[])[],
  env: World['env'],
  world: World,
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
  const isOnly = documents.flat().length === 1
  const environments = await streamEnvironments(
    documents.map(([wire = {}]) => ({ wire })),
    options,
  )
  try {
    const written = documents.map((parts, index) =>
      parts.map((part) => writePart(part, { ...options, env: environments[index] }, isOnly)),
    )
    return await Promise.all(written.toReversed().flat())
  } catch (error) {
    return notFilledIn(error)
  }
}

/** A part that is not the only one needs a key, and what makes it is loaded for such a part alone. */
async function writePart(part: WirePipeline, options: JsonOptions, isOnly: boolean): Promise<GeneratedPart> {
  const json = await emitJson(part, options)
  const keys = keysIn(JSON.parse(json))
  if (keys.length > 0 || isOnly) return { json, keys }
  const key = `kitewright-part-${(await import('./hash-of.ts')).hashOf(json, 12)}`
  return { json: await emitJson(withKey(part, key), options), keys: [key] }
}

/** Gives the first step a key, so that a retried job can ask the build whether the part arrived. */
function withKey({ steps = [], ...pipeline }: WirePipeline, key: string): WirePipeline {
  const [first, ...others] = steps
  const step = typeof first === 'string' ? { [first]: null, key } : { key, ...(first as WireMap) }
  return { ...pipeline, steps: [step, ...others] }
}

function keysIn({ steps = [] }: { readonly steps?: readonly unknown[] }): readonly string[] {
  return steps.flatMap((step) => {
    if (typeof step !== 'object' || step === null) return []
    const { key } = step as { readonly key?: unknown }
    return [...(typeof key === 'string' ? [key] : []), ...keysIn(step)]
  })
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
