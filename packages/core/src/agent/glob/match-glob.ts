import { readGlob } from './read-glob.ts'

/**
 * Whether a path matches a glob of the language that the agent uses for `if_changed` (docs/spec/upload.md §5): the
 * whole path, case-sensitive; `*` and `?` stop at `/`, `**` does not; `{a,b}` alternatives; `[abc]` and `[^abc]`
 * without ranges; `\` before a character takes it literally. A path that ends in `/` stands for everything under it, and
 * matches where anything there could. Takes at most as many steps as the product of both lengths.
 *
 * @returns Undefined if the glob has an unterminated `{` or `[`.
 */
export function matchGlob(glob: string, path: string): boolean | undefined {
  const tokens = readGlob(glob)
  const machine = tokens && globMachine(tokens)
  return machine && accepts(machine, path)
}

type Test = (character: string) => boolean

/** A place between two tokens. */
interface State {
  /** Where a character leads that passes the test. */
  readonly steps: (readonly [test: Test, to: State])[]
  /** Where no character leads. */
  readonly jumps: State[]
}

interface Machine {
  readonly start: State
  readonly end: State
}

function globMachine(tokens: readonly string[]): Machine | undefined {
  const start = newState()
  let here = start
  const open: Machine[] = []
  for (const token of tokens) {
    const braces = open.at(-1)
    if (token === '{') {
      open.push({ start: here, end: newState() })
      here = jump(here)
    } else if (braces && token === ',') {
      here.jumps.push(braces.end)
      here = jump(braces.start)
    } else if (braces && token === '}') {
      open.pop()
      here = jump(here, braces.end)
    } else if (token === '**') step(here, () => true, here)
    else if (token === '*') step(here, isNoSlash, here)
    else here = step(here, testOf(token))
  }
  return open.length === 0 ? { start, end: here } : undefined
}

const newState = (): State => ({ steps: [], jumps: [] })

function jump(from: State, to: State = newState()): State {
  from.jumps.push(to)
  return to
}

function step(from: State, test: Test, to: State = newState()): State {
  from.steps.push([test, to])
  return to
}

const isNoSlash: Test = (character) => character !== '/'

/** What a token of one character takes. */
function testOf(token: string): Test {
  if (token === '?') return isNoSlash
  if (token.startsWith('[')) return isOneOf(token)
  const literal = token.replace(/^\\/, '')
  return (character) => character === literal
}

function isOneOf(characterClass: string): Test {
  const isNegated = characterClass.startsWith('[^')
  const members = new Set(characterClass.slice(isNegated ? 2 : 1, -1).replace(/\\(.)/gsu, '$1'))
  return (character) => members.has(character) !== isNegated
}

function accepts({ start, end }: Machine, path: string): boolean {
  let reached: ReadonlySet<State> = new Set([start])
  for (const character of path) {
    const steps = [...withJumps(reached)].flatMap((state) => state.steps)
    reached = new Set(steps.filter(([test]) => test(character)).map(([, to]) => to))
  }
  const states = withJumps(reached)
  if (path.endsWith('/') && [...states].some(({ steps }) => steps.length > 0)) return true
  // The agent's library joins a jump to the end with the one star there, which then has to take a character.
  return end.steps.length === 1 ? [...reached].some((state) => isNowhereElse(state, end)) : states.has(end)
}

/** Whether nothing but the end comes behind a state. */
function isNowhereElse(from: State, end: State): boolean {
  let state: State | undefined = from
  while (state && state !== end)
    state = state.steps.length === 0 && state.jumps.length === 1 ? state.jumps[0] : undefined
  return state === end
}

/** These states, and those that no character leads to from them. */
function withJumps(states: ReadonlySet<State>): ReadonlySet<State> {
  const reached = new Set(states)
  for (const state of reached) for (const to of state.jumps) reached.add(to)
  return reached
}
