/** The candidate that a misspelt name was most likely meant to be, if any is near enough. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.floor(name.length / 4)) + 1
  for (const candidate of candidates) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), least)
    if (distance < least && distance < candidate.length) [best, least] = [candidate, distance]
  }
  return best
}

/** Single characters added, left out, replaced or swapped with their neighbour; `limit` where it is at least that. */
function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) >= limit) return limit
  let [before, row]: [number[], number[]] = [[], Array.from({ length: right.length + 1 }, (_, i) => i)]
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++) {
      const replaced = row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, replaced)
      const swapped = left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]
      if (swapped) next[j] = Math.min(next[j]!, before[j - 2]! + 1)
    }
    ;[before, row] = [row, next]
  }
  return row[right.length]!
}
