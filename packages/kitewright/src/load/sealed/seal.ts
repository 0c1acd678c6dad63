import type { Output } from '../../world/world.ts'
import type { Refuse } from './attempts.ts'
import { fixChance, fixedChance } from './fixed-chance.ts'
import { stopClocks, stoppedPerformance } from './fixed-clock.ts'
import { sealedFiles } from './seal-files.ts'
import { sealedCrypto, sealGlobals } from './seal-globals.ts'
import { sealModules } from './seal-modules.ts'
import { sealOwnProcess } from './seal-own-process.ts'

/** What stays open. */
export interface Seals {
  /** The folders that may be read. */
  readonly folders: readonly string[]
  /** The time at which every clock stands, in milliseconds since 1970. */
  readonly now: number
}

/**
 * Takes from this process, for good, what reaches out of it: network, programs, threads, files outside some folders and
 * all writing; clock and chance give what they are given. Beside Node's permissions, which know nothing of networks and
 * follow links: who gets past the one stands before the other. To be called before any code is loaded that an author's may ask.
 *
 * @param log Where the author's code prints.
 */
export function seal({ folders, now }: Seals, log: Output, refuse: Refuse): void {
  const fixed = fixChance(fixedChance())
  const { calls, promised } = sealedFiles(folders, refuse)
  const performance = stoppedPerformance(now)
  const crypto = sealedCrypto(fixed, refuse)
  sealGlobals({ performance, crypto }, refuse)
  stopClocks(now, refuse)
  const { randomBytes, randomFillSync, randomInt, randomUUID } = fixed
  const members = {
    crypto: { randomBytes, randomFillSync, randomInt, randomUUID },
    fs: calls,
    'fs/promises': promised,
    perf_hooks: { performance },
  }
  sealModules(members, refuse)
  sealOwnProcess(log, refuse)
}
