import { type Compilation, mayNeedParts } from '@kitewright/core'
import type { Split } from '@kitewright/core/split'
import { commandContext } from '../context/command-context.ts'
import type { Invocation } from '../command-line.ts'
import { compileFile } from '../pipeline/compile-file.ts'
import { findPipelineFile } from '../pipeline/find-pipeline-file.ts'
import type { LocatedDiagnostic } from '../report/located.ts'
import type { World } from '../world.ts'
import { allowsSecrets } from './allows-secrets.ts'
import { secretsIn } from '../secret-values.ts'
import { type GeneratedPart, writeParts } from './write-parts.ts'

/** What is handed to the agent, in the order of the steps; none where an error is among the diagnostics. */
export interface Generated {
  readonly parts: readonly GeneratedPart[]
  readonly diagnostics: readonly LocatedDiagnostic[]
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
  const { parts, refusal } = await split(compilation)
  if (refusal) {
    const { locateDiagnostics } = await import('../report/locate-diagnostic.ts')
    return { parts: [], diagnostics: [...reported, ...locateDiagnostics([refusal])] }
  }
  const written = writeParts(parts, context.env, world)
  if ('code' in written) return { parts: [], diagnostics: [...reported, written] }
  const secrets = allowSecrets
    ? []
    : secretsIn(written.map(({ json }) => json).join(''), { ...world.env, ...context.env })
  return secrets.length === 0
    ? { parts: written, diagnostics: reported }
    : { parts: [], diagnostics: [...reported, holdsSecrets(secrets)] }
}

/** Most pipelines are one part, and what splits the others is not loaded for them. */
async function split({ graph, wire }: Compilation): Promise<Split> {
  if (!mayNeedParts(graph)) return { parts: [wire] }
  return (await import('@kitewright/core/split')).splitUpload(graph)
}

export function hasError(diagnostics: readonly LocatedDiagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
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
