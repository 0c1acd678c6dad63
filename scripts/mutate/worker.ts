import { readFileSync } from 'node:fs'
import { type Baseline, runBaseline } from './baseline.ts'
import type { Mutation } from './mutations.ts'
import { createTester, type Outcome, type Tester } from './tester.ts'

/** What a worker is asked: to run the tests as they are, to get ready, or to test one mutant. */
export type Request =
  | {
      readonly ask: 'baseline'
      readonly root: string
      readonly sources: readonly string[]
      readonly tests: readonly string[]
    }
  | { readonly ask: 'prepare'; readonly root: string; readonly baseline: Baseline }
  | { readonly ask: 'test'; readonly file: string; readonly mutation: Mutation }

/** What it answers. */
export type Reply = Baseline | Outcome | 'ready'

const texts = new Map<string, string>()
let tester: Tester | undefined

function read(file: string): string {
  const text = texts.get(file) ?? readFileSync(file, 'utf8')
  texts.set(file, text)
  return text
}

async function answer(request: Request): Promise<Reply> {
  if (request.ask === 'baseline') return runBaseline(request.root, request.sources, request.tests, read)
  if (request.ask === 'test' && tester) return tester(request.file, request.mutation)
  if (request.ask === 'prepare') tester = await createTester(request.root, request.baseline, read)
  return 'ready'
}

// A mutant may leave a promise behind that nobody waits for.
process.on('unhandledRejection', () => undefined)
process.on('message', (request: Request) => {
  void answer(request).then((reply) => process.send?.(reply))
})
