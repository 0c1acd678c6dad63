import { createHash } from 'node:crypto'
import { splitUpload, type WireMap, type WirePipeline } from '@kitewright/core'
import { emitJson } from '@kitewright/core/emit-json'
import { commandContext } from '../context/command-context.ts'
import type { Invocation } from '../command-line.ts'
import { compileFile } from '../pipeline/compile-file.ts'
import { findPipelineFile } from '../pipeline/find-pipeline-file.ts'
import { locateDiagnostic } from '../report/locate-diagnostic.ts'
import type { LocatedDiagnostic } from '../report/located.ts'
import type { World } from '../world.ts'
import { resolveCommit } from './resolve-commit.ts'
import { allowsSecrets } from './allows-secrets.ts'
import { secretsIn } from './secret-values.ts'

/** What is handed to the agent, in the order of the steps; none where an error is among the diagnostics. */
export interface Generated {
  readonly parts: readonly GeneratedPart[]
  readonly diagnostics: readonly LocatedDiagnostic[]
}

/** One upload. */
export interface GeneratedPart {
  readonly json: string
  /** Keys of its steps, by which the build can be asked whether it arrived. */
  readonly keys: readonly string[]
}

/** Written-out values under names that say they are secret: the agent refuses them from version 4 on. */
const writtenSecret = 'KW4101'
/** "More jobs than one upload may make": what is split here need not be reported. */
const tooManyJobs = 'KW2001'

/** Loads the pipeline, checks it, and writes what the agent is given: JSON with everything filled in. */
export async function generate(invocation: Invocation, world: World): Promise<Generated | { readonly usage: string }> {
  const { context, problem } = commandContext(invocation, world)
  if (problem !== undefined) return { usage: problem }
  const { compilation, diagnostics } = await compileFile(findPipelineFile(invocation.positionals[0], world), context)
  const allowSecrets = allowsSecrets(invocation, world)
  const reported = diagnostics
    .filter(({ code }) => code !== tooManyJobs)
    .map((found) => (found.code === writtenSecret && !allowSecrets ? { ...found, severity: 'error' as const } : found))
  if (compilation === undefined || hasError(reported)) return { parts: [], diagnostics: reported }
  const { parts, refusal } = splitUpload(compilation.graph)
  if (refusal) return { parts: [], diagnostics: [...reported, locateDiagnostic(refusal)] }
  const written = writeParts(parts, context.env, world)
  if ('code' in written) return { parts: [], diagnostics: [...reported, written] }
  const secrets = allowSecrets ? [] : secretsIn(written.map(({ json }) => json).join(''), world.env)
  return secrets.length === 0
    ? { parts: written, diagnostics: reported }
    : { parts: [], diagnostics: [...reported, holdsSecrets(secrets)] }
}

export function hasError(diagnostics: readonly LocatedDiagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}

function writeParts(
  parts: readonly WirePipeline[],
  env: World['env'],
  world: World,
): readonly GeneratedPart[] | LocatedDiagnostic {
  const known = Object.entries(resolveCommit(env, world)).filter((entry): entry is [string, string] => {
    return entry[1] !== undefined
  })
  const experiments = env['BUILDKITE_AGENT_EXPERIMENT']?.split(',') ?? []
  const options = {
    indent: 0,
    interpolation: false,
    env: Object.fromEntries(known),
    prefersRuntime: experiments.includes('interpolation-prefers-runtime-env'),
  }
  try {
    return parts.map((part) => {
      const json = emitJson(part, options)
      const keys = keysIn(JSON.parse(json))
      if (keys.length > 0 || parts.length === 1) return { json, keys }
      const key = `kitewright-part-${createHash('sha256').update(json).digest('hex').slice(0, 12)}`
      return { json: emitJson(withKey(part, key), options), keys: [key] }
    })
  } catch (error) {
    return notFilledIn(error)
  }
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

function holdsSecrets(names: readonly string[]): LocatedDiagnostic {
  return {
    code: 'KW4091',
    severity: 'error',
    message: `the pipeline holds ${names.length === 1 ? 'the value' : 'values'} of ${names.join(', ')}`,
    path: [],
    why: 'everybody who sees the build would see what the names of these variables call secret',
    hint: 'let the step read it when it runs: secrets, or $NAME in its command; --allow-secrets uploads it all the same',
    related: [],
  }
}
