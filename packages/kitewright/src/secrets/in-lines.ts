import { shorten } from '../text/shorten.ts'
import { indented, oneLine } from '../text/visible.ts'
import type { World } from '../world/world.ts'

/** Longer words of others are cut. */
const longest = 1000

/** What others have written, a name or a reason, within a line of ours: without secrets, in one line, and not without end. */
export function inOneLine(text: string, { mask }: Pick<World, 'mask'>): string {
  return oneLine(shorten(mask.hide(text), longest))
}

/** The same in lines of its own, of which none begins where ours do. */
export function inLines(text: string, { mask }: Pick<World, 'mask'>): string {
  return indented(shorten(mask.hide(text), longest), '    ')
}
