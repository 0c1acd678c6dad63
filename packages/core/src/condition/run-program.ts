import { lowerCase } from './character-set.ts'
import { failEvaluation } from './evaluation-failure.ts'
import type { Instruction, Program } from './regex-program.ts'

/** As many steps as take well under the second that Buildkite waits (docs/spec/conditionals.md §9). */
const mostSteps = 4_000_000

/** What a search has done, over all that it looks into. */
interface Search {
  readonly text: readonly string[]
  steps: number
  /** For each program without back references, what is known of its states, by instruction and place. */
  readonly known: Map<Program, Uint8Array>
}

type Slots = Readonly<Record<number, number>>

/**
 * Whether a program is found anywhere in a text. Without back references each state is tried once, so that the time grows
 * with the text and the program alone; with them, the number of steps is bounded.
 */
export function isFound(program: Program, text: string): boolean {
  const search: Search = { text: [...text], steps: 0, known: new Map() }
  for (let start = 0; start <= search.text.length; start++) if (runAt(program, start, {}, search)) return true
  return false
}

/** Of a state: nothing was found from it, or something is. */
const [hopeless, hopeful] = [1, 2]

/** Runs a program at a place. Returns its slots where it is found there. */
function runAt(program: Program, start: number, slots: Slots, search: Search): Slots | undefined {
  const { instructions, looksBack } = program
  const width = search.text.length + 1
  const known = looksBack ? undefined : knownOf(program, instructions.length * width, search)
  /** The states of this run, each with the one before it. */
  const tried = new Map<number, number>()
  const open = [{ at: 0, place: start, slots, before: -1 }]
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (++search.steps > mostSteps) failEvaluation('the regular expression takes longer than Buildkite waits')
    const { at, place } = state
    const id = at * width + place
    const instruction = instructions[at] as Instruction
    if (instruction.type === 'found' || known?.[id] === hopeful) {
      if (known) rememberFound(known, tried, state.before)
      return state.slots
    }
    if (known) {
      if (known[id] === hopeless) continue
      known[id] = hopeless
      tried.set(id, state.before)
    }
    const next = { ...state, before: id }
    if (instruction.type === 'split') open.push({ ...next, at: instruction.to[1] }, { ...next, at: instruction.to[0] })
    else if (instruction.type === 'jump') open.push({ ...next, at: instruction.to })
    else {
      const after = step(instruction, place, state.slots, search)
      if (after !== undefined) open.push({ at: at + 1, before: id, ...after })
    }
  }
  return undefined
}

/** What led to something is hopeful; of the rest of a run that was broken off, nothing is known. */
function rememberFound(known: Uint8Array, tried: ReadonlyMap<number, number>, last: number): void {
  for (const id of tried.keys()) known[id] = 0
  for (let id: number | undefined = last; id !== undefined && id >= 0; id = tried.get(id)) known[id] = hopeful
}

function knownOf(program: Program, size: number, { known }: Search): Uint8Array {
  if (size > 100_000_000) failEvaluation('the regular expression takes longer than Buildkite waits')
  const states = known.get(program) ?? new Uint8Array(size)
  known.set(program, states)
  return states
}

interface After {
  readonly place: number
  readonly slots: Slots
}

/** What is behind an instruction. Returns undefined where it does not hold. */
function step(
  instruction: Exclude<Instruction, { readonly type: 'split' | 'jump' | 'found' }>,
  place: number,
  slots: Slots,
  search: Search,
): After | undefined {
  const { text } = search
  switch (instruction.type) {
    case 'character': {
      const character = text[place]
      return character !== undefined && instruction.test(character) ? { place: place + 1, slots } : undefined
    }
    case 'at':
      return isAt(instruction.place, place, text) ? { place, slots } : undefined
    case 'look': {
      const found = runAt(instruction.program, place, slots, search)
      if (instruction.isNegative) return found === undefined ? { place, slots } : undefined
      return found === undefined ? undefined : { place, slots: found }
    }
    case 'back':
      return takeAgain(instruction, place, slots, search)
    case 'save':
    case 'begin':
      return { place, slots: { ...slots, [instruction.slot]: place } }
    case 'progress':
      return slots[instruction.slot] === place ? undefined : { place, slots }
  }
}

/** A group that did not take part has taken nothing that could come again. */
function takeAgain(
  { number, ignoreCase }: Extract<Instruction, { readonly type: 'back' }>,
  place: number,
  slots: Slots,
  search: Search,
): After | undefined {
  const [from, to] = [slots[2 * number], slots[2 * number + 1]]
  if (from === undefined || to === undefined) return undefined
  const taken = search.text.slice(from, to)
  search.steps += taken.length
  const isSame = taken.every((character, index) => {
    const other = search.text[place + index]
    return other === character || (ignoreCase && other !== undefined && lowerCase(other) === lowerCase(character))
  })
  return isSame ? { place: place + taken.length, slots } : undefined
}

function isAt(
  where: Extract<Instruction, { readonly type: 'at' }>['place'],
  place: number,
  text: readonly string[],
): boolean {
  switch (where) {
    case 'start':
      return place === 0
    case 'end':
      return place === text.length
    case 'last line':
      return place === text.length || (place === text.length - 1 && text[place] === '\n')
    case 'word':
      return isWord(text[place - 1]) !== isWord(text[place])
    case 'no word':
      return isWord(text[place - 1]) === isWord(text[place])
  }
}

/** Of any language, for the borders of words alone. */
function isWord(character: string | undefined): boolean {
  return character !== undefined && /^[\p{L}\p{Mn}\p{Nd}\p{Pc}\u200c\u200d]$/u.test(character)
}
