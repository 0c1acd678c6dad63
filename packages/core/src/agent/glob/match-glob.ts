/**
 * Whether a path matches a glob of the language that the agent uses for `if_changed` (docs/spec/upload.md §5): the
 * whole path, case-sensitive; `*` and `?` stop at `/`, `**` does not; `{a,b}` alternatives; `[abc]` and `[^abc]`
 * without ranges; `\` before a character takes it literally. A path that ends in `/` stands for everything under it, and
 * matches where anything there could. Takes at most as many steps as the product of both lengths.
 *
 * @returns Undefined if the glob has an unterminated `{` or `[`.
 */
export function matchGlob(glob: string, path: string): boolean | undefined {
  const machine = globMachine(glob)
  return machine && accepts(machine, path)
}

type Test = (character: string) => boolean

/** A place between two tokens, or in the midst of one. */
interface State {
  /** Where a character leads that passes the test. */
  readonly steps: (readonly [test: Test, to: State])[]
  /** Where no character leads. */
  readonly jumps: State[]
  /** Whether a token begins here. */
  isBetween: boolean
}

interface Machine {
  readonly start: State
  readonly end: State
}

const token = /\/\*\*\/|\*\*\/|\*\*|\\.|\[\^?(?:\\.|[^\]\\])*\]|./gsu

function globMachine(glob: string): Machine | undefined {
  const start = newState()
  let here = start
  const open: Machine[] = []
  for (const { 0: found, index } of glob.matchAll(token)) {
    const braces = open.at(-1)
    if (found === '{') {
      open.push({ start: here, end: newState() })
      here = jump(here)
    } else if (braces && found === ',') {
      here.jumps.push(braces.end)
      here = jump(braces.start)
    } else if (braces && found === '}') {
      open.pop()
      here = jump(here, braces.end)
    } else if (found === '[') return undefined
    else {
      here.isBetween = true
      here = behind(found, here, index === 0)
    }
  }
  return open.length === 0 ? { start, end: here } : undefined
}

const newState = (): State => ({ steps: [], jumps: [], isBetween: false })

function jump(from: State, to: State = newState()): State {
  from.jumps.push(to)
  return to
}

function step(from: State, test: Test, to: State = newState()): State {
  from.steps.push([test, to])
  return to
}

/** Any number of characters. */
function repeat(from: State, test: Test): State {
  const loop = jump(from)
  return step(loop, test, loop)
}

const any: Test = () => true
const isSlash: Test = (character) => character === '/'
const isNoSlash: Test = (character) => character !== '/'

/** The state behind a token, which begins at a state. */
function behind(found: string, from: State, isFirst: boolean): State {
  if (found === '/**/') return folders(step(from, isSlash))
  if (found === '**/') return isFirst ? folders(from) : step(repeat(from, any), isSlash)
  if (found === '**') return repeat(from, any)
  if (found === '*') return repeat(from, isNoSlash)
  if (found === '?') return step(from, isNoSlash)
  if (found.startsWith('[')) return step(from, isOneOf(found))
  const literal = found.length > 1 && found.startsWith('\\') ? found.slice(1) : found
  return step(from, (character) => character === literal)
}

/** No folder or several, with the slash behind them. */
function folders(from: State): State {
  return jump(from, step(repeat(from, any), isSlash))
}

function isOneOf(characterClass: string): Test {
  const isNegated = characterClass.startsWith('[^')
  const members = new Set(characterClass.slice(isNegated ? 2 : 1, -1).replace(/\\(.)/gsu, '$1'))
  return (character) => members.has(character) !== isNegated
}

function accepts({ start, end }: Machine, path: string): boolean {
  let states = withJumps([start])
  for (const character of path) {
    states = withJumps(
      [...states].flatMap(({ steps }) => steps.filter(([test]) => test(character)).map(([, to]) => to)),
    )
  }
  return states.has(end) || (path.endsWith('/') && [...states].some(({ isBetween }) => isBetween))
}

/** These states, and those that no character leads to from them. */
function withJumps(states: readonly State[]): ReadonlySet<State> {
  const reached = new Set(states)
  for (const state of reached) for (const to of state.jumps) reached.add(to)
  return reached
}
