import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeShared } from '../shared.ts'

/** One pipeline that somebody wrote and used. */
export interface CorpusFile {
  readonly name: string
  readonly text: string
}

/** Groups tests of real pipelines, which other people wrote and published. */
export function describeCorpus(name: string, body: (corpus: readonly CorpusFile[]) => void | Promise<void>): void {
  describeShared(name, 'corpus/pipelines', (folder) => body(readCorpus(folder)))
}

function readCorpus(folder: string): readonly CorpusFile[] {
  const names = readdirSync(folder).toSorted()
  return names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}
