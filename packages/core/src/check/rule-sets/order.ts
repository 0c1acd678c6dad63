import type { Rule } from '../rule.ts'
import { idleBlock } from '../rules/idle-block.ts'
import { idleWait } from '../rules/idle-wait.ts'
import { jumpedBlock } from '../rules/jumped-block.ts'
import { jumpedWait } from '../rules/jumped-wait.ts'
import { neverStarts } from '../rules/never-starts.ts'
import { waitBesideBlock } from '../rules/wait-beside-block.ts'

/** The order that waits and blocks make. */
export const rules: readonly Rule[] = [jumpedBlock, jumpedWait, neverStarts, idleBlock, idleWait, waitBesideBlock]
