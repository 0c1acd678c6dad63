import { lowerCase } from './character-set.ts'
import { failEvaluation } from './evaluation-failure.ts'
import type { Instruction, Program } from './regex-program.ts'

/** As many steps as take well under the second that Buildkite waits (docs/spec/conditionals.md §9). */
const mostSteps = 5_000_000

/** What a search has done, over all that it looks into. */
interface Search {
  readonly text: readonly string[]
  steps: number
  /** For each program without back references, what is known of its states, by instruction and place. */
  readonly known: Map<Program, Uint8Array>
}

/** Where something begins, or where it began and ended; the latest first. */
interface Note {
  readonly slot: number
  readonly from: number
  readonly place: number
  readonly earlier: Notes
}

type Notes = Note | undefined

/** Where a run stands. */
interface State {
  readonly at: number
  readonly place: number
  readonly notes: Notes
  /** The number of the state before it, among those of its run that are remembered. */
  readonly before: number
}

/**
 * Whether a program is found anywhere in a text. Without back references each state is tried once, so that the time grows
 * with the text and the program alone; with them, the number of steps is bounded.
 */
export function isFound(program: Program, text: string): boolean {
  const search: Search = { text: [...text], steps: 0, known: new Map() }
  for (let start = 0; start <= search.text.length; start++)
    if (runAt(program, start, undefined, search) !== undefined) return true
  return false
}

/** Of a state: nothing was found from it, or something is. */
const [hopeless, hopeful] = [1, 2]

/** Runs a program at a place. Returns what it has noted where it is found there. */
function runAt(program: Program, start: number, notes: Notes, search: Search): { readonly notes: Notes } | undefined {
  const { instructions, looksBack } = program
  const width = search.text.length + 1
  const known = looksBack ? undefined : knownOf(program, instructions.length * width, search)
  const tried: Tried = { ids: [], befores: [] }
  const open: State[] = []
  let state: State | undefined = { at: 0, place: start, notes, before: -1 }
  while (state !== undefined) {
    if (++search.steps > mostSteps) failEvaluation('the regular expression takes longer than Buildkite waits')
    const instruction = instructions[state.at] as Instruction
    const id = state.at * width + state.place
    if (instruction.type === 'found' || known?.[id] === hopeful) {
      if (known) rememberFound(known, tried, state.before)
      return { notes: state.notes }
    }
    let { before } = state
    if (known) {
      if (known[id] === hopeless) {
        state = open.pop()
        continue
      }
      known[id] = hopeless
      tried.befores.push(before)
      before = tried.ids.push(id) - 1
    }
    if (instruction.type === 'split') open.push({ ...state, at: instruction.to[1], before })
    state = step(instruction, state, before, search) ?? open.pop()
  }
  return undefined
}

/** The states of a run, each with the number of the one before it. */
interface Tried {
  readonly ids: number[]
  readonly befores: number[]
}

/** What led to something is hopeful; of the rest of a run that was broken off, nothing is known. */
function rememberFound(known: Uint8Array, { ids, befores }: Tried, last: number): void {
  for (const id of ids) known[id] = 0
  for (let number = last; number >= 0; number = befores[number]!) known[ids[number]!] = hopeful
}

function knownOf(program: Program, size: number, { known }: Search): Uint8Array {
  if (size > 100_000_000) failEvaluation('the regular expression takes longer than Buildkite waits')
  const states = known.get(program) ?? new Uint8Array(size)
  known.set(program, states)
  return states
}

/** What is behind an instruction, of a split the way that is tried first. Returns undefined where it does not hold. */
function step(
  instruction: Exclude<Instruction, { readonly type: 'found' }>,
  { at, place, notes }: State,
  before: number,
  search: Search,
): State | undefined {
  const { text } = search
  switch (instruction.type) {
    case 'split':
      return { at: instruction.to[0], place, notes, before }
    case 'jump':
      return { at: instruction.to, place, notes, before }
    case 'character': {
      const character = text[place]
      const isTaken = character !== undefined && instruction.test(character)
      return isTaken ? { at: at + 1, place: place + 1, notes, before } : undefined
    }
    case 'at':
      return isAt(instruction.place, place, text) ? { at: at + 1, place, notes, before } : undefined
    case 'look': {
      const found = runAt(instruction.program, place, notes, search)
      if ((found === undefined) !== instruction.isNegative) return undefined
      return { at: at + 1, place, notes: found ? found.notes : notes, before }
    }
    case 'back': {
      const length = takeAgain(instruction, place, notes, search)
      return length === undefined ? undefined : { at: at + 1, place: place + length, notes, before }
    }
    case 'begin':
      return { at: at + 1, place, notes: { slot: instruction.slot, from: place, place, earlier: notes }, before }
    case 'end': {
      const from = noted(instruction.of, notes, search)?.from ?? place
      return { at: at + 1, place, notes: { slot: instruction.slot, from, place, earlier: notes }, before }
    }
    case 'progress': {
      const isTaken = noted(instruction.slot, notes, search)?.place !== place
      return { at: isTaken ? at + 1 : instruction.past, place, notes, before }
    }
  }
}

/** What was noted in a slot last. */
function noted(slot: number, notes: Notes, search: Search): Note | undefined {
  let note = notes
  for (; note !== undefined && note.slot !== slot; note = note.earlier) search.steps += 0.1
  return note
}

/** How much a group takes that comes again. One that did not take part has taken nothing that could. */
function takeAgain(
  { number, ignoreCase }: Extract<Instruction, { readonly type: 'back' }>,
  place: number,
  notes: Notes,
  search: Search,
): number | undefined {
  const group = noted(2 * number + 1, notes, search)
  if (group === undefined) return undefined
  const taken = search.text.slice(group.from, group.place)
  search.steps += taken.length
  const isSame = taken.every((character, index) => {
    const other = search.text[place + index]
    return other === character || (ignoreCase && other !== undefined && lowerCase(other) === lowerCase(character))
  })
  return isSame ? taken.length : undefined
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
