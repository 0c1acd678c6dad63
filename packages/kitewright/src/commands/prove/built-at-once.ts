import { join, normalize } from 'node:path'
import type { Graph } from '@kitewright/core'
import { guardSaid } from '@kitewright/core/attributes'
import type { UsualContext } from '@kitewright/prover'
import type { ReadScript } from '@kitewright/prover/builds'
import type { Config } from '../../config/config.ts'
import { repositoryRoot } from '../../pipeline/repository-root.ts'
import { presetScript, scriptOf } from '../../proof/preset-script.ts'
import type { BuildsProof } from '../../proof/told-of-builds.ts'
import type { World } from '../../world/world.ts'
import { compileKinds } from './compile-kinds.ts'

/** What holds of one step, whichever builds of its pipeline run at once. */
export interface BuildsOfStep extends BuildsProof {
  /** The step's key. */
  readonly step: string
}

/** The pipelines of a file. */
interface Pipelines {
  /** Of each, its graph in each of the builds. */
  readonly documents: readonly (readonly Graph[])[]
  readonly contexts: readonly UsualContext[]
  /** Of each, the keys of the steps that are asked about. */
  readonly steps: readonly (readonly string[])[]
  /** Patterns of keys of steps that refuse what is older, as the team says. */
  readonly guards: Config['guards']
}

/** What holds of steps of the pipelines of a file, whichever builds run at once. */
export async function builtAtOnce(
  file: string,
  { documents, contexts, steps, guards }: Pipelines,
  world: World,
): Promise<readonly BuildsOfStep[]> {
  if (steps.flat().length === 0) return []
  // Loaded here: most pipelines have nothing of that.
  const { answersFor, newerThan } = await import('@kitewright/prover/builds')
  const { toldOf } = await import('../../proof/told-of-builds.ts')
  const next = contexts.map((kind) => ({ ...kind, context: newerThan(kind.context) }))
  const newer = await compileKinds(file, next, world)
  const readScript = scriptReader(file, world)
  return documents.flatMap((graphs, document) => {
    const twins = contexts.flatMap((kind, index) => {
      const [older, graph] = [graphs[index], newer?.[document]?.[index]]
      if (older === undefined || graph === undefined) return []
      return [{ older: { kind, graph: older }, newer: { kind: next[index] ?? kind, graph } }]
    })
    return (steps[document] ?? []).map((step) => ({
      step,
      ...toldOf(answersFor(twins, step, { readScript, guard: guardSaid({ id: step }, guards) })),
    }))
  })
}

/** Reads the scripts of a file's repository, and nothing outside it. */
function scriptReader(file: string, world: World): ReadScript {
  const root = repositoryRoot(file, world) ?? world.cwd
  return (path, step) => {
    const inside = normalize(path)
    const text = inside.startsWith('..') || inside.startsWith('/') ? undefined : world.readText(join(root, inside))
    return text === undefined ? presetScript(path, step) : scriptOf(inside, text)
  }
}
