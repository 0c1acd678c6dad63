import leven from 'leven'

/** The known name that a misspelled one most likely stands for: at most two fifths of its letters differ. */
export function suggest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(name.length * 0.4)) + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue
    const distance = lettersApart(name.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

/**
 * The only known name that a misspelled one can stand for: one letter is off, two have changed places, or only case and
 * hyphens differ. Returns undefined where there is none, or more than one.
 */
export function soleSuggestion(name: string, known: Iterable<string>): string | undefined {
  const spelled = name.toLowerCase().replaceAll('-', '_')
  if (spelled.length < 4) return undefined
  const near = [...known].filter((candidate) => {
    const other = candidate.toLowerCase().replaceAll('-', '_')
    return Math.abs(other.length - spelled.length) <= 1 && lettersApart(spelled, other) <= 1
  })
  return near.length === 1 ? near[0] : undefined
}

/** How many letters differ; two that changed places are one. */
function lettersApart(first: string, second: string): number {
  const distance = leven(first, second)
  if (distance !== 2 || first.length !== second.length) return distance
  const [start = 0, next] = Array.from(first).flatMap((letter, index) => (letter === second[index] ? [] : index))
  const isSwapped = next === start + 1 && first[start] === second[next] && first[next] === second[start]
  return isSwapped ? 1 : distance
}
