import type { Span } from '@kitewright/schema'

/** Text with its expansions, in order: the inside of a `"…"`, or a word of a `${N:-word}`. */
export type ConditionText = readonly (string | ConditionExpansion)[]

// docs/spec/conditionals.md §6
/** What `${NAME…}` does beside reading the variable. */
export type ExpansionOperation =
  | { readonly kind: 'default' | 'alternative'; readonly orEmpty: boolean; readonly word: ConditionText }
  | { readonly kind: 'required'; readonly orEmpty: boolean }
  | { readonly kind: 'slice'; readonly offset: ConditionText; readonly length: ConditionText | undefined }
  /** None of the forms: Buildkite takes it, and fails where a build comes to it. */
  | ({ readonly kind: 'broken'; readonly message: string } & Span)

/** `$NAME` or `${NAME…}`. Dots after a bare name are no part of it: `$br.x` has the name `br` and the suffix `.x`. */
export interface ConditionExpansion extends Span {
  readonly type: 'expansion'
  readonly name: string
  readonly suffix: string
  readonly operation: ExpansionOperation | undefined
}

export interface ConditionLiteral extends Span {
  readonly type: 'literal'
  /** A number is a bigint where no other one could tell it from its neighbours. */
  readonly value: boolean | number | bigint | null
}

export interface ConditionString extends Span {
  readonly type: 'string'
  readonly parts: ConditionText
}

export interface ConditionRegex extends Span {
  readonly type: 'regex'
  readonly source: string
  readonly ignoreCase: boolean
}

export interface ConditionArray extends Span {
  readonly type: 'array'
  readonly elements: readonly ConditionNode[]
}

export interface ConditionVariable extends Span {
  readonly type: 'variable'
  readonly name: string
}

export interface ConditionCall extends Span {
  readonly type: 'call'
  readonly name: string
  readonly arguments: readonly ConditionNode[]
}

export interface ConditionNot extends Span {
  readonly type: 'not'
  readonly operand: ConditionNode
}

/** A chain of one operator: `a && b && c` is one node with three operands. */
export interface ConditionLogical extends Span {
  readonly type: 'logical'
  readonly operator: '&&' | '||'
  readonly operands: readonly ConditionNode[]
}

export type ComparisonOperator = '==' | '!=' | '=~' | '!~' | 'includes'

export interface ConditionComparison extends Span {
  readonly type: 'comparison'
  readonly operator: ComparisonOperator
  readonly left: ConditionNode
  readonly right: ConditionNode
}

export interface ConditionChoice extends Span {
  readonly type: 'choice'
  readonly test: ConditionNode
  readonly whenTrue: ConditionNode
  readonly whenFalse: ConditionNode
}

/** One node of a parsed condition: plain frozen data. Brackets leave no node of their own. */
export type ConditionNode =
  | ConditionLiteral
  | ConditionString
  | ConditionRegex
  | ConditionArray
  | ConditionExpansion
  | ConditionVariable
  | ConditionCall
  | ConditionNot
  | ConditionLogical
  | ConditionComparison
  | ConditionChoice

/** The text of a string without expansions, else undefined: what is known before any build. */
export function staticText(node: ConditionNode): string | undefined {
  if (node.type !== 'string' || !node.parts.every((part) => typeof part === 'string')) return undefined
  return node.parts.join('')
}
