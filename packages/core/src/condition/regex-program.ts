import { characterTest } from './character-set.ts'
import { failEvaluation } from './evaluation-failure.ts'
import type { RegexNode } from './regex-node.ts'

/** One instruction; `next` ones go on behind it. */
export type Instruction =
  | { readonly type: 'character'; readonly test: (character: string) => boolean }
  | { readonly type: 'split'; readonly to: readonly [number, number] }
  | { readonly type: 'jump'; readonly to: number }
  /** Notes where something begins, or from where to where it was. */
  | { readonly type: 'begin'; readonly slot: number }
  | { readonly type: 'end'; readonly slot: number; readonly of: number }
  | { readonly type: 'back'; readonly number: number; readonly ignoreCase: boolean }
  | { readonly type: 'look'; readonly program: Program; readonly isNegative: boolean }
  | { readonly type: 'at'; readonly place: Extract<RegexNode, { readonly type: 'at' }>['place'] }
  /** Goes on where something was taken since the beginning, else past what is repeated. */
  | { readonly type: 'progress'; readonly slot: number; readonly past: number }
  | { readonly type: 'found' }

/** A regular expression as instructions. */
export interface Program {
  readonly instructions: readonly Instruction[]
  /** Whether what it has taken before decides what it takes. */
  readonly looksBack: boolean
}

/** More is not a regular expression that anybody wrote. */
const mostInstructions = 50_000

/** The instructions of a regular expression. What looks ahead has a program of its own, which counts its slots on. */
export function programOf(
  node: RegexNode,
  looksBack: boolean = hasBack(node),
  slots: { loops: number } = { loops: 0 },
): Program {
  const instructions: Instruction[] = []
  const add = (instruction: Instruction): number => {
    if (instructions.length >= mostInstructions) failEvaluation('the regular expression is too large to be tried')
    return instructions.push(instruction) - 1
  }
  const write = (one: RegexNode): void => {
    switch (one.type) {
      case 'character':
        add({ type: 'character', test: characterTest(one.set, one.ignoreCase) })
        return
      case 'sequence':
        for (const part of one.nodes) write(part)
        return
      case 'choice':
        return writeChoice(one.nodes)
      case 'repeat':
        return writeRepeat(one)
      case 'capture':
        if (looksBack) add({ type: 'begin', slot: 2 * one.number })
        write(one.node)
        if (looksBack) add({ type: 'end', slot: 2 * one.number + 1, of: 2 * one.number })
        return
      case 'look':
        add({ type: 'look', program: programOf(one.node, looksBack, slots), isNegative: one.isNegative })
        return
      case 'back':
      case 'at':
        add(one)
    }
  }
  const writeChoice = (nodes: readonly RegexNode[]): void => {
    const ends: number[] = []
    for (const [index, one] of nodes.entries()) {
      if (index === nodes.length - 1) {
        write(one)
        continue
      }
      const split = add({ type: 'found' })
      write(one)
      ends.push(add({ type: 'found' }))
      instructions[split] = { type: 'split', to: [split + 1, instructions.length] }
    }
    for (const end of ends) instructions[end] = { type: 'jump', to: instructions.length }
  }
  // As in the official engine, a repetition that takes nothing is the last one, but for those that must be.
  const writeRepeat = ({
    node: inside,
    least,
    most,
    isLazy,
  }: Extract<RegexNode, { readonly type: 'repeat' }>): void => {
    const splits: number[] = []
    const checks: { readonly at: number; readonly slot: number }[] = []
    const writeOnce = (): void => {
      const slot = --slots.loops
      if (looksBack) add({ type: 'begin', slot })
      write(inside)
      if (looksBack) checks.push({ at: add({ type: 'found' }), slot })
    }
    for (let count = 1; count < least; count++) write(inside)
    if (least > 0) writeOnce()
    for (let count = least; count < (most === Infinity ? least + 1 : most); count++) {
      splits.push(add({ type: 'found' }))
      writeOnce()
    }
    if (most === Infinity) add({ type: 'jump', to: splits[0] as number })
    const past = instructions.length
    for (const at of splits) instructions[at] = { type: 'split', to: isLazy ? [past, at + 1] : [at + 1, past] }
    for (const { at, slot } of checks) instructions[at] = { type: 'progress', slot, past }
  }
  write(node)
  add({ type: 'found' })
  return { instructions, looksBack }
}

function hasBack(node: RegexNode): boolean {
  if (node.type === 'back') return true
  if ('nodes' in node) return node.nodes.some(hasBack)
  return 'node' in node && hasBack(node.node)
}
