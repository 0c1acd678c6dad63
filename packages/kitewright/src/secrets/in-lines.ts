import { bounded } from '../text/shorten.ts'
import { indented, oneLine } from '../text/visible.ts'
import type { World } from '../world/world.ts'

/** What others have written, a name or a reason, within a line of ours: without secrets, in one line, and not without end. */
export function inOneLine(text: string, { mask }: Pick<World, 'mask'>): string {
  return oneLine(bounded(mask.hide(text)))
}

/** The same in lines of its own, of which none begins where ours do. */
export function inLines(text: string, { mask }: Pick<World, 'mask'>): string {
  return indented(bounded(mask.hide(text)), '    ')
}
