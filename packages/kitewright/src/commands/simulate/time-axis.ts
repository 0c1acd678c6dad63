/** A stretch of time, in seconds. */
export interface Stretch {
  readonly start: number
  readonly finish: number
}

/** Where times stand in a line of a given width. Long stretches in which nothing happens are cut to a few columns. */
export interface TimeAxis {
  readonly width: number
  /** The column of a time, from 0. */
  readonly columnOf: (time: number) => number
  /** Where stretches were cut, as columns. */
  readonly cuts: readonly { readonly from: number; readonly to: number; readonly seconds: number }[]
}

/** The columns of a stretch that was cut. */
const cutWidth = 5

/**
 * An axis for stretches of work.
 *
 * @param end The last time that it shows.
 */
export function timeAxis(stretches: readonly Stretch[], end: number, width: number): TimeAxis {
  const busy = union([...stretches, { start: 0, finish: 0 }, { start: end, finish: end }])
  const work = busy.reduce((sum, { start, finish }) => sum + finish - start, 0)
  const gaps = busy.slice(1).flatMap(({ start }, index) => {
    const { finish } = busy[index] as Stretch
    return start - finish > Math.max(work / 2, 1) ? [{ start: finish, finish: start }] : []
  })
  const cut = gaps.slice(0, Math.floor(width / (4 * cutWidth)))
  const shown = end - cut.reduce((sum, { start, finish }) => sum + finish - start, 0)
  const scale = shown > 0 ? (width - cut.length * cutWidth) / shown : 0
  const columnOf = (time: number): number => {
    let column = 0
    let from = 0
    for (const { start, finish } of cut) {
      if (time <= start) break
      column += (start - from) * scale + (Math.min(time, finish) - start) * (cutWidth / (finish - start))
      from = Math.min(time, finish)
    }
    return Math.min(width, column + (time - from) * scale)
  }
  const cuts = cut.map(({ start, finish }) => ({
    from: Math.round(columnOf(start)),
    to: Math.round(columnOf(finish)),
    seconds: finish - start,
  }))
  return { width, columnOf, cuts }
}

function union(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: { start: number; finish: number }[] = []
  for (const { start, finish } of stretches.toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1)
    if (last && start <= last.finish) last.finish = Math.max(last.finish, finish)
    else joined.push({ start, finish })
  }
  return joined
}
