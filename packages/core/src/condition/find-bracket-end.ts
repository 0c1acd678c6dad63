/** Where the bracket of each `${` ends that has been looked for, by its start; undefined where it is never closed. */
export type BracketEnds = Map<number, number | undefined>

/** The offset of the quote that ends the string which starts at `start`, if there is one before `limit`. */
export function findStringEnd(text: string, start: number, limit: number): number | undefined {
  for (let at = start + 1; at < limit; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === text[start]) return at
  }
  return undefined
}

interface Searched {
  readonly text: string
  readonly limit: number
  readonly ends: BracketEnds
}

/**
 * The offset of the `}` of the `${` at `start`. One search notes the ends of all brackets that it comes across, so that
 * many that are never closed take no longer than one.
 *
 * @param countsBraces Whether each `{` takes a `}`, else only that of each `${`.
 */
export function findBracketEnd(searched: Searched, start: number, countsBraces: boolean): number | undefined {
  if (!searched.ends.has(start)) search(searched, start, countsBraces)
  return searched.ends.get(start)
}

function search({ text, limit, ends }: Searched, start: number, countsBraces: boolean): void {
  const open = [start]
  for (let at = start + 2; at < limit && open.length > 0; at++) {
    const char = text[at]
    if (char === '\\') at++
    else if (char === '"' || char === "'") at = findStringEnd(text, at, limit) ?? limit
    else if (char === '{' && (countsBraces || text[at - 1] === '$')) open.push(at - 1)
    else if (char === '}') ends.set(open.pop()!, at)
  }
  for (const one of open) ends.set(one, undefined)
}

/** The colons that stand in no quotes and no inner expansion. */
export function findColons(text: string, start: number, limit: number): readonly number[] {
  const found: number[] = []
  let depth = 0
  for (let at = start; at < limit; at++) {
    const char = text[at]
    if (char === '\\') at++
    else if (char === '"' || char === "'") at = findStringEnd(text, at, limit) ?? at
    else if (char === '$' && text[at + 1] === '{') depth++
    else if (char === '}' && depth > 0) depth--
    else if (char === ':' && depth === 0) found.push(at)
  }
  return found
}
