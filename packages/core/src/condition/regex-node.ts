import type { CharacterSet } from './character-set.ts'

/** A regular expression as a tree: what it matches, for a matcher that never takes long. */
export type RegexNode =
  /** One character, in lower case where case is ignored. */
  | { readonly type: 'character'; readonly set: CharacterSet; readonly ignoreCase: boolean }
  | { readonly type: 'sequence'; readonly nodes: readonly RegexNode[] }
  | { readonly type: 'choice'; readonly nodes: readonly RegexNode[] }
  /** Lazily, it takes as little as it can; that decides only what a group inside holds for a back reference. */
  | {
      readonly type: 'repeat'
      readonly node: RegexNode
      readonly least: number
      readonly most: number
      readonly isLazy: boolean
    }
  | { readonly type: 'capture'; readonly number: number; readonly node: RegexNode }
  | { readonly type: 'back'; readonly number: number; readonly ignoreCase: boolean }
  | { readonly type: 'look'; readonly node: RegexNode; readonly isNegative: boolean }
  | { readonly type: 'at'; readonly place: 'start' | 'end' | 'last line' | 'word' | 'no word' }

/** Matches everywhere. */
export const nothing: RegexNode = { type: 'sequence', nodes: [] }
