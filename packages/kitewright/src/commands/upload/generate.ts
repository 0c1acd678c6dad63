import { type Compilation, mayNeedParts, type WirePipeline } from '@kitewright/core'
import type { Split } from '@kitewright/core/split'
import { commandContext } from '../../context/command-context.ts'
import type { Invocation } from '../../command-line.ts'
import { compileFile } from '../../pipeline/compile-file.ts'
import type { FileCompilation } from '../../pipeline/compiled-file.ts'
import { findPipelineFile } from '../../pipeline/find-pipeline-file.ts'
import { hasErrors, type LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import type { World } from '../../world/world.ts'
import { allowsSecrets } from './allows-secrets.ts'
import { holdsSecrets, secretsIn } from '../../pipeline/holds-secrets.ts'
import { type GeneratedPart, writeParts } from './write-parts.ts'

/** What is handed to the agent, in the order of the steps: no parts if an error is among the diagnostics. */
export interface Generated {
  readonly parts: readonly GeneratedPart[]
  readonly diagnostics: readonly LocatedDiagnostic[]
  /** Whether the pipeline is right and has nothing to run in this build. */
  readonly isEmpty?: boolean
  readonly counts?: Counts
}

/** How much it is. */
export interface Counts {
  /** Without groups. */
  readonly steps: number
  readonly jobs: number
}

/** Loads the pipeline, checks it, and writes what the agent is given: JSON with everything filled in. */
export async function generate(invocation: Invocation, world: World): Promise<Generated | { readonly usage: string }> {
  const { context, problem } = await commandContext(invocation, world)
  if (problem !== undefined) return { usage: problem }
  const file = findPipelineFile(invocation.positionals[0], world)
  const { compilations, diagnostics } = await compileFile(file, context, world, { isRendered: true })
  return generateFrom(compilations, diagnostics, context.env, { invocation, world })
}

/** The same from what is compiled already. */
export async function generateFrom(
  compilations: readonly FileCompilation[],
  diagnostics: readonly LocatedDiagnostic[],
  env: World['env'],
  { invocation, world }: { readonly invocation: Invocation; readonly world: World },
): Promise<Generated> {
  const allowSecrets = allowsSecrets(invocation, world)
  // Most pipelines are fine, and never need what this loads.
  const reported =
    diagnostics.length === 0 ? [] : (await import('./as-uploaded.ts')).asUploaded(diagnostics, allowSecrets)
  if (compilations.length === 0 || hasErrors(reported)) return { parts: [], diagnostics: reported }
  if (compilations.every(({ wire }) => isNothing(wire))) return { parts: [], diagnostics: reported, isEmpty: true }
  const documents: (readonly WirePipeline[])[] = []
  for (const compilation of compilations) {
    const { parts, refusal } = await split(compilation)
    if (refusal) return { parts: [], diagnostics: [...reported, ...(await compilation.locate([refusal]))] }
    documents.push(parts)
  }
  const written = await writeParts(documents, env, world)
  if ('code' in written) return { parts: [], diagnostics: [...reported, written] }
  const secrets = allowSecrets ? [] : secretsIn(written.map(({ json }) => json).join(''), world.env, env)
  return secrets.length === 0
    ? { parts: written, diagnostics: reported, counts: await countOf(compilations) }
    : { parts: [], diagnostics: [...reported, holdsSecrets(secrets)] }
}

/** Where nothing multiplies a step, each is one job; what counts the others is not loaded for them. */
async function countOf(compilations: readonly Compilation[]): Promise<Counts> {
  const nodes = compilations.flatMap(({ graph }) => graph.nodes)
  const isSimple = compilations.every(({ graph }) => !mayNeedParts(graph))
  const jobsOf = isSimple ? undefined : (await import('@kitewright/core/split')).jobsIn
  const jobs =
    jobsOf === undefined
      ? nodes.filter(({ kind }) => kind === 'command' || kind === 'trigger').length
      : compilations.reduce((sum, { graph }) => sum + jobsOf(graph), 0)
  return { steps: nodes.filter(({ kind }) => kind !== 'group').length, jobs }
}

/** Whether there is neither a step to run nor anything that holds for the whole build. */
function isNothing(wire: WirePipeline): boolean {
  return wire.steps?.length === 0 && Object.keys(wire).length === 1
}

/** Most pipelines are one part, sent as it is; what splits the others is not loaded for them. */
async function split({ graph, wire }: Compilation): Promise<Split> {
  if (!mayNeedParts(graph)) return { parts: [wire] }
  const found = (await import('@kitewright/core/split')).splitUpload(graph)
  return found.parts?.length === 1 ? { parts: [wire] } : found
}
