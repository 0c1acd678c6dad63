/** What all parts of one service are told. */
export interface ServiceFacts {
  readonly service: string
  readonly scripts: string | undefined
  readonly folder: string | undefined
  readonly prefix: string | undefined
}
