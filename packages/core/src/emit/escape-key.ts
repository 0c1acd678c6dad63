import { escapeDollar } from '../agent/interpolation/escape-dollar.ts'

/**
 * Like {@link escapeDollar}, for the keys of maps: a `$` that the agent leaves alone is not escaped.
 *
 * The agent changes keys while it walks the map. In a large one it may meet a changed pair again, and interpolate it a
 * second time. An unchanged key is safe from that.
 */
export function escapeKey(key: string): string {
  return changesUnderInterpolation(key) ? escapeDollar(key) : key
}

/** Whether the agent reads anything but a literal `$` in a text (docs/spec/upload.md §4.1). */
export function changesUnderInterpolation(text: string): boolean {
  return text.includes('$') && /\\\$|\$[$\p{L}{]/u.test(text)
}
