import type { Span } from './problem.ts'

/**
 * A YAML document as it is written: anchors, aliases, merge keys, repeated keys, comments and places kept.
 * Decoding it (`decodeSource`) gives what it says; the importer reads it for what its author meant.
 */
export type SourceNode = SourceScalar | SourceList | SourceMap | SourceAlias

export interface SourceScalar extends SourceBase {
  readonly kind: 'scalar'
  /** The text after unquoting and line folding. */
  readonly text: string
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded'
  /** The explicit tag in its short form (`!!str`, `!mine`). */
  readonly tag?: string | undefined
  /** Where a tag of somebody's own is written. */
  readonly tagSpan?: Span | undefined
}

export interface SourceList extends SourceBase {
  readonly kind: 'list'
  readonly items: readonly SourceNode[]
}

export interface SourceMap extends SourceBase {
  readonly kind: 'map'
  /** Every pair in the order of the file, merges and repeated keys among them. */
  readonly pairs: readonly SourcePair[]
}

export interface SourceAlias extends SourceBase {
  readonly kind: 'alias'
  readonly name: string
}

export interface SourcePair {
  readonly key: SourceNode
  readonly value: SourceNode
}

export interface SourceBase {
  readonly span: Span
  readonly anchor?: string | undefined
  /** Comment lines above, without `#`, joined by `\n`. */
  readonly commentBefore?: string | undefined
  /** The comment on the same line, or after the last item of a collection. */
  readonly comment?: string | undefined
}
