import type { Stretch } from '../world/world.ts'
import { shortestSecret, type Unit, type WrittenForm } from './written-forms.ts'

/** Core names things by their beginning, with `…` behind; no longer one is looked for. */
const longestBeginning = 64

/** What forms have in common, and how each goes on from there. */
interface Branch {
  /** The rest of the only form that goes on here, from `depth` on: most forms soon are alone. */
  alone?: WrittenForm | undefined
  /** Whether a form ends here. */
  isEnd: boolean
  readonly depth: number
  readonly next: Map<string, Edge>
  /** The edges that a character may begin. */
  readonly byFirst: Map<string, readonly Edge[]>
}

interface Edge {
  readonly unit: Unit
  readonly branch: Branch
}

/** How far a form has been followed: to a branch, or into the rest of the only form there. */
interface Reached {
  readonly branch: Branch
  readonly depth: number
  readonly at: number
}

/**
 * Finds many forms in a text, and their beginnings where a text is cut by `…`. They are kept as a tree, in which those that
 * begin alike are followed once: the time grows with the text and what it holds, not with the number of forms.
 */
export function findForms(forms: readonly WrittenForm[]): (text: string) => readonly Stretch[] {
  const root = newBranch(0)
  for (const form of forms) add(root, form)
  return (text) => {
    const found: Stretch[] = []
    for (let start = 0; start < text.length; start++) {
      if (edgesAt(root, text.charAt(start)).length === 0 && root.alone === undefined) continue
      for (const end of endsFrom(root, text, start)) found.push([start, end])
    }
    return found
  }
}

function newBranch(depth: number, alone?: WrittenForm): Branch {
  return { alone, isEnd: false, depth, next: new Map(), byFirst: new Map() }
}

function add(root: Branch, form: WrittenForm): void {
  let branch = root
  for (let depth = 0; depth < form.length; depth++) {
    if (branch.alone !== undefined) putOn(branch, branch.alone)
    const edge = branch.next.get((form[depth] as Unit).pattern)
    if (edge === undefined) return putOn(branch, form)
    branch = edge.branch
  }
  if (branch.alone !== undefined) putOn(branch, branch.alone)
  branch.isEnd = true
}

/** Gives a form that goes on from a branch, or ends there, its own place behind it. */
function putOn(branch: Branch, form: WrittenForm): void {
  branch.alone = undefined
  const unit = form[branch.depth]
  if (unit === undefined) branch.isEnd = true
  else branch.next.set(unit.pattern, { unit, branch: newBranch(branch.depth + 1, form) })
}

function edgesAt({ next, byFirst }: Branch, first: string): readonly Edge[] {
  const known = byFirst.get(first)
  if (known !== undefined) return known
  const edges = Array.from(next.values()).filter(({ unit }) => unit.begins(first))
  byFirst.set(first, edges)
  return edges
}

/** Where what begins at a place of a text ends: whole, or cut. */
function* endsFrom(root: Branch, text: string, start: number): Iterable<number> {
  const open: Reached[] = [{ branch: root, depth: 0, at: start }]
  for (let reached = open.pop(); reached !== undefined; reached = open.pop()) {
    const { branch, depth, at } = reached
    const { alone } = branch
    const isEnd = alone === undefined ? branch.isEnd : depth === alone.length
    const goesOn = alone === undefined ? branch.next.size > 0 : depth < alone.length
    const isCut = goesOn && depth >= shortestSecret && depth <= longestBeginning && text.charAt(at) === '…'
    if (isEnd || isCut) yield at
    if (!goesOn) continue
    if (alone !== undefined) {
      for (const end of endsOf(alone[depth] as Unit, text, at)) open.push({ branch, depth: depth + 1, at: end })
    } else {
      for (const { unit, branch: behind } of edgesAt(branch, text.charAt(at))) {
        for (const end of endsOf(unit, text, at)) open.push({ branch: behind, depth: depth + 1, at: end })
      }
    }
  }
}

const none: readonly number[] = []

/** Where a unit that begins at a place may end: what is taken for an escape may be the next unit's own characters. */
function endsOf({ pattern, begins }: Unit, text: string, at: number): readonly number[] {
  if (!begins(text.charAt(at))) return none
  if (pattern.length === 1) return [at + 1]
  const { next, whole } = expressionsOf(pattern)
  next.lastIndex = at
  if (!next.test(text)) return none
  const longest = next.lastIndex
  const ends = [longest]
  for (let end = longest - 1; end > at; end--) {
    if (/[!-/:-@[-`{-~]/.test(text.charAt(end)) && whole.test(text.slice(at, end))) ends.push(end)
  }
  return ends
}

/** Of all forms there are few patterns. */
const expressions = new Map<string, { readonly next: RegExp; readonly whole: RegExp }>()

function expressionsOf(pattern: string): { readonly next: RegExp; readonly whole: RegExp } {
  const known = expressions.get(pattern)
  if (known !== undefined) return known
  const made = { next: new RegExp(pattern, 'y'), whole: new RegExp(`^(?:${pattern})$`) }
  expressions.set(pattern, made)
  return made
}
