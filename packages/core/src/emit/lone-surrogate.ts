/** Whether a text has half of a surrogate pair: no character, so that UTF-8 cannot hold it. */
export function hasLoneSurrogate(text: string): boolean {
  // Most texts have no half at all, which is asked faster than whether two halves make a pair.
  return /[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text)
}
