import type { Cut } from './cuts.ts'

/** Where to cut, or the stretch of steps that cannot be parted although it makes too many jobs. */
export type Choice =
  | { readonly at: readonly number[] }
  | { readonly at?: undefined; readonly from: number; readonly jobs: number; readonly problem: string | undefined }

interface Best {
  readonly parts: number
  readonly named: number
  readonly previous: number
}

/**
 * Chooses the cuts that give the fewest parts of at most `limit` jobs, and among those the ones that make the fewest
 * steps name a barrier.
 *
 * @param jobs For each step outside groups, how many jobs it makes.
 */
export function chooseCuts(jobs: readonly number[], places: readonly Cut[], limit: number): Choice {
  const before = [0]
  for (const count of jobs) before.push((before.at(-1) ?? 0) + count)
  const upTo = (position: number): number => before[position] ?? 0
  const best: (Best | undefined)[] = [{ parts: 0, named: 0, previous: 0 }]
  for (let end = 1; end <= jobs.length; end++) {
    for (let start = end - 1; start >= 0 && upTo(end) - upTo(start) <= limit; start--) {
      const cut = places[start - 1]
      const reached = best[start]
      if (reached === undefined || cut?.problem !== undefined) continue
      const next = { parts: reached.parts + 1, named: reached.named + (cut?.named ?? 0), previous: start }
      const known = best[end]
      if (!known || next.parts < known.parts || (next.parts === known.parts && next.named < known.named))
        best[end] = next
    }
  }
  return best[jobs.length] ? { at: walkBack(best, jobs.length) } : stuck(best, places, upTo, limit, jobs.length)
}

function walkBack(best: readonly (Best | undefined)[], end: number): readonly number[] {
  const at: number[] = []
  for (let position = best[end]?.previous ?? 0; position > 0; position = best[position]?.previous ?? 0)
    at.push(position)
  return at.toReversed()
}

/** The steps that cannot be parted: from the last place where a part can start to the first place where it could end. */
function stuck(
  best: readonly (Best | undefined)[],
  places: readonly Cut[],
  upTo: (position: number) => number,
  limit: number,
  end: number,
): Choice {
  let from = 0
  for (const { at, problem } of places) if (best[at] && problem === undefined) from = at
  const possible = places.find(({ at, problem }) => at > from && problem === undefined && upTo(at) - upTo(from) > limit)
  const problem = places.find((cut) => cut.at > from && cut.problem !== undefined)?.problem
  return { from, jobs: upTo(possible?.at ?? end) - upTo(from), problem }
}
