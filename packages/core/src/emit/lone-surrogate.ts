/** Whether a text has half of a surrogate pair: no character, so that UTF-8 cannot hold it. */
export function hasLoneSurrogate(text: string): boolean {
  // The first pattern is faster, and most texts have not even a pair.
  return /[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text)
}
