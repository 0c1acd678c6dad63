/** The way from a pipeline or step to a value in it: names of attributes and indexes of list items. */
export type Path = readonly (string | number)[]

/** A part of a text: offsets, the end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}
