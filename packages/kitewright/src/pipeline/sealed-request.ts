import type { PlainSource } from '../load/author.ts'
import type { FileOptions } from './compiled-file.ts'

/** What a sealed process is given, as JSON: all that it may know. */
export interface SealedRequest {
  readonly file: string
  /** The folders that may be read. */
  readonly folders: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** The files that have changed; `unknown`, or absent until they are asked for. */
  readonly changedFiles?: readonly string[] | 'unknown' | undefined
  readonly options: Pick<FileOptions, 'also' | 'raise' | 'allow' | 'deploys' | 'guards' | 'isRendered'>
  /** The time at which every clock stands, in milliseconds since 1970. */
  readonly now: number
  readonly sources: Readonly<Record<string, PlainSource>>
}
