/** How many states of all patterns together are looked at. */
const mostStates = 5000

/** For each pattern, how much of it a text may have taken. */
type State = readonly (readonly number[])[]

/**
 * Texts that stand for all others: whatever texts pass of some patterns and what they do not, one of these does the same.
 * In a pattern, `*` stands for any text. Undefined where that takes too long.
 */
export function textsFor(patterns: readonly string[]): readonly string[] | undefined {
  // Of the letters that no pattern names, one stands for all.
  const named = new Set(patterns.join('').replaceAll('*', ''))
  const other = [...'xyzabcdefghijklmnopqrstuvw0123456789-_'].find((letter) => !named.has(letter)) ?? '\u2603'
  const alphabet = [...named, other]
  const start = patterns.map((pattern) => withStars(pattern, [0]))
  const reached = new Map([[keyOf(start), { state: start as State, text: '' }]])
  // What is found is looked at in turn, too.
  for (const { state, text } of reached.values()) {
    for (const letter of alphabet) {
      const next = state.map((taken, index) => after(patterns[index] as string, taken, letter))
      if (reached.has(keyOf(next))) continue
      if (reached.size >= mostStates) return undefined
      reached.set(keyOf(next), { state: next, text: `${text}${letter}` })
    }
  }
  const byPassed = new Map<string, string>()
  for (const { state, text } of reached.values()) {
    const passed = state.map((taken, index) => taken.includes(patterns[index]?.length ?? 0)).join()
    if (!byPassed.has(passed)) byPassed.set(passed, text)
  }
  return [...byPassed.values()]
}

function keyOf(state: State): string {
  return state.map((taken) => taken.join(' ')).join()
}

function after(pattern: string, taken: readonly number[], letter: string): readonly number[] {
  const next = taken.flatMap((at) => {
    if (pattern[at] === '*') return at
    return pattern[at] === letter ? at + 1 : []
  })
  return withStars(pattern, next)
}

/** A star may take nothing. */
function withStars(pattern: string, taken: readonly number[]): readonly number[] {
  const all = new Set(taken)
  for (const at of all) if (pattern[at] === '*') all.add(at + 1)
  return [...all].toSorted((one, other) => one - other)
}

/** What git gives a name has no line breaks. */
const names = /^build\.(?:branch|tag|pull_request\.base_branch)$/

/**
 * The pattern that takes the same texts as a test of what is read: an entry of `branches`, or a regular expression which is
 * no more than that. Otherwise undefined.
 */
export function patternOf(read: string, test: string): string | undefined {
  const pattern = /^branches: (.*)$/s.exec(test)?.[1]
  if (pattern !== undefined) return pattern
  const parts = names.test(read) ? /^\/(\^|\\A)?((?:[\w -]|\\[/.-]|\.\*)*)(\$|\\[zZ])?\/$/.exec(test) : null
  if (parts === null) return undefined
  const [, first, body = '', last] = parts
  const inside = body.replaceAll('.*', '*').replaceAll(/\\(.)/g, '$1')
  return `${first === undefined ? '*' : ''}${inside}${last === undefined ? '*' : ''}`
}
