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
    ? { parts: written, diagnostics: reported }
    : { parts: [], diagnostics: [...reported, holdsSecrets(secrets)] }
}

/** Most pipelines are one part, sent as it is; what splits the others is not loaded for them. */
async function split({ graph, wire }: Compilation): Promise<Split> {
  if (!mayNeedParts(graph)) return { parts: [wire] }
  const found = (await import('@kitewright/core/split')).splitUpload(graph)
  return found.parts?.length === 1 ? { parts: [wire] } : found
}
