import { escapeDollar } from '../agent/interpolation/escape-dollar.ts'

/**
 * Like {@link escapeDollar}, for the keys of maps: a `$` that the agent leaves alone is not escaped.
 *
 * The agent changes keys while it walks the map, and in a large one it may come across a changed pair and interpolate it
 * a second time. A key that stays as it is is safe from that.
 */
export function escapeKey(key: string): string {
  return changesUnderInterpolation(key) ? escapeDollar(key) : key
}

/** Whether the agent reads anything but a literal `$` in a text (docs/spec/upload.md §4.1). */
export function changesUnderInterpolation(text: string): boolean {
  return text.includes('$') && /\\\$|\$[$\p{L}{]/u.test(text)
}
