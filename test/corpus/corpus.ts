import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One pipeline that somebody wrote and used. */
export interface CorpusFile {
  readonly name: string
  readonly text: string
}

const folder = fileURLToPath(new URL('../../../shared/corpus/pipelines/', import.meta.url))

/** The corpus of real pipelines, kept beside the repository; empty where it is not there. */
export const corpus: readonly CorpusFile[] = (existsSync(folder) ? readdirSync(folder) : [])
  .toSorted()
  .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }))

/** Says why tests of the corpus are left out. */
export const corpusNote = corpus.length > 0 ? '' : ' (left out: ../shared/corpus is not beside the repository)'
