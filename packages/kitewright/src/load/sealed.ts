import type { Outside } from '../world/world.ts'
import { exitProcess, guardProcess } from './process-guard.ts'
import { type Answer, answering, refusingBy } from './sealed/attempts.ts'
import { sealedLoader } from './sealed/load-sealed.ts'
import { seal, type Seals } from './sealed/seal.ts'
import type { PlainSource } from './sealed/source-maps.ts'

/** A process that has nothing left but to make a pipeline. */
export interface SealedProcess {
  /** Loads an author's file. */
  readonly load: (file: string) => Promise<unknown>
  readonly answer: Answer
  /** Ends the process. */
  readonly end: () => never
}

/** Seals this process: to be called before any code is loaded that an author's may ask. */
export function sealProcess(
  { sources, ...seals }: Seals & { readonly sources: Readonly<Record<string, PlainSource>> },
  { stdout, stderr }: Pick<Outside, 'stdout' | 'stderr'>,
): SealedProcess {
  const answer = answering(stdout)
  const refuse = refusingBy(answer)
  seal(seals, stderr, refuse)
  // For as long as it runs: what an author's code leaves running must not end it.
  guardProcess(() => {})
  return { load: sealedLoader(sources, refuse), answer, end: () => exitProcess(0) }
}
