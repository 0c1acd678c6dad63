import { configFor } from '../../pipeline/config-for.ts'
import { type GateOfStep, inferGates } from '../../proof/infer-gates.ts'
import type { World } from '../../world/world.ts'
import { type BuildsOfStep, builtAtOnce } from './built-at-once.ts'
import { compileKinds } from './compile-kinds.ts'
import { contextsFor } from './contexts-for.ts'

/** What is proved of a file's pipeline. */
export interface FileProof {
  readonly gates: readonly GateOfStep[]
  /** What holds of each step that has a gate or ought to, whichever builds run at once. */
  readonly builds: readonly BuildsOfStep[]
}

/** Proves what is to be proved of a file's pipeline. Errors are printed, and give nothing. */
export async function proveFile(file: string, world: World): Promise<FileProof | undefined> {
  const config = (await configFor(file, world)) ?? {}
  const contexts = contextsFor(config, world)
  const documents = await compileKinds(file, contexts, world)
  if (documents === undefined) return undefined
  const gates = documents.map((graphs) => inferGates({ graphs, contexts }, config.deploys))
  const steps = gates.map((ofOne) => [...new Set(ofOne.map(({ step }) => step))])
  return {
    gates: gates.flat(),
    builds: await builtAtOnce(file, { documents, contexts, steps, guards: config.guards }, world),
  }
}
