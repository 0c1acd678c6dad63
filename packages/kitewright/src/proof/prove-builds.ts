import type { GivenContext, Pipeline } from '@kitewright/core'
import { usualContexts } from '@kitewright/prover'
import { answersFor, newerThan, type ReadScript } from '@kitewright/prover/builds'
import { graphFor } from '../simulation/graph-of.ts'
import { atOnce } from '../simulation/simulate-builds.ts'
import { whenAll } from '../simulation/when-all.ts'
import { presetScript } from './preset-script.ts'
import { asContext } from './prove-gate.ts'
import { mustBeKnown } from './prove-graphs.ts'
import { type BuildsProof, toldOf } from './told-of-builds.ts'

/** What is known beside the pipeline. */
export interface BuildsDemand {
  /** More builds to prove it for, beside the usual ones. */
  readonly contexts?: readonly GivenContext[] | undefined
  /**
   * Reads a script that a step runs, by its path from the repository's root: `(path) => readFileSync(path, 'utf8')`. None is
   * read unless told; what the presets run is known.
   */
  readonly readScript?: ((path: string) => string | undefined) | undefined
  /** What refuses what is older than what is deployed, where no script shows it: `our plugin looks what is deployed`. */
  readonly guard?: string | undefined
}

/**
 * Proves that builds of one pipeline do not get in each other's way by a step that deploys: an older commit never comes after
 * a newer one, no two deploy at once, and each deploys what its own build made. Otherwise it shows two builds which do.
 *
 * @param key The step, as its key or label names it.
 * @throws InvalidPipeline where the pipeline has errors, another error where its function is async or a key is in no build.
 * @example
 * proveBuilds(pipeline, 'deploy-production').inOrder // { proved: false, violation: { builds: […], explanation: '…', mend: '…' } }
 */
export function proveBuilds(pipeline: Pipeline, key: string, demand: BuildsDemand = {}): BuildsProof {
  return atOnce(prove(pipeline, key, demand))
}

/** The same for a pipeline whose function is async. */
export async function proveBuildsAsync(
  pipeline: Pipeline,
  key: string,
  demand: BuildsDemand = {},
): Promise<BuildsProof> {
  return prove(pipeline, key, demand)
}

function prove(
  pipeline: Pipeline,
  key: string,
  { contexts = [], readScript, guard }: BuildsDemand,
): BuildsProof | Promise<BuildsProof> {
  const kinds = [...usualContexts, ...contexts.map(asContext)]
  const newer = kinds.map((kind) => ({ ...kind, context: newerThan(kind.context) }))
  const graphs = [...kinds, ...newer].map(({ context }) => graphFor(pipeline, context))
  const read: ReadScript = (path, step) => {
    const text = readScript?.(path)
    return text === undefined ? presetScript(path, step) : { text }
  }
  return whenAll(graphs, (made) => {
    mustBeKnown(key, made)
    const twins = kinds.map((kind, index) => ({
      older: { kind, graph: made[index] as (typeof made)[number] },
      newer: { kind: newer[index] as typeof kind, graph: made[kinds.length + index] as (typeof made)[number] },
    }))
    return toldOf(answersFor(twins, key, { readScript: read, guard }))
  })
}
