/** Where each line of a text begins: many places in it are asked for. */
export function lineStarts(text: string, lineBreak: RegExp): readonly number[] {
  return [0, ...Array.from(text.matchAll(lineBreak), ({ 0: found, index }) => index + found.length)]
}

/** The line that a place of a text is in, from 1. */
export function lineAt(offset: number, starts: readonly number[]): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
