/** Whether a text has half of a surrogate pair: no character, so that UTF-8 cannot hold it. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text)
}
