// The tests of core as one file of vitest, then each mutant against the tests that come by it: run by ../mutate.ts.
import { appendFileSync, readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import { configureGlobal } from 'fast-check'
import {
  afterAll,
  beforeEach,
  describe,
  expect,
  inject,
  type RunnerTask,
  type RunnerTestFile,
  TestRunner,
  vi,
} from 'vitest'
import { type Mutant, type Outcome, survivorText } from './report.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly tests: readonly string[]
    readonly mutants: readonly Mutant[]
    readonly log: string
  }
}

type Run = () => unknown

interface KnownTest {
  /** Its file first. */
  readonly name: string
  readonly run: Run
  readonly milliseconds: number
}

/** Slower tests are left out, for each mutant that survives would wait for them; in milliseconds of the processor. */
const slowest = 500
/** How long a test may take under a mutant, in milliseconds, and how often it may come by the mutant. */
const patience = 15_000
const mostHits = 1_000_000
const whileLoading = 'while loading'

/** For each mutant the names of the tests that come by it. */
const reachedBy = new Map<number, Set<string>>()
const lastAt: string[] = []
let current = whileLoading
/** This file, as vitest sees it. */
let whole: RunnerTestFile
const nobody = -1
/** The mutant that is on; undefined while it is written down which tests come by which. */
let active: number | undefined
let hits = 0

function suiteOf(file: string): ReturnType<typeof describe> {
  return describe(`${file}`, async () => void (await import(file)))
}

function isMutant(id: number): boolean {
  if (active === id && ++hits > mostHits) throw new Error('the mutant made a loop endless')
  if (active === undefined && lastAt[id] !== current) {
    lastAt[id] = current
    reachedBy.set(id, (reachedBy.get(id) ?? new Set()).add(current))
  }
  return active === id
}

// The usual one wants to know which test is running.
expect.extend({
  toMatchFileSnapshot: (text: string, file: string) => ({
    pass: text === readFileSync(file, 'utf8'),
    message: () => `${file} holds something else`,
  }),
})
Object.assign(globalThis, { isMutant })
for (const file of inject('tests')) suiteOf(file)

beforeEach(({ task }) => {
  current = task.fullTestName
  whole = task.file
})

afterAll(async () => {
  if (whole.tasks.some(({ result }) => result?.state === 'fail')) return
  configureGlobal({ endOnFailure: true })
  const tests: KnownTest[] = []
  active = nobody
  for (const [name, run] of whole.tasks.flatMap(runsOf)) {
    const start = process.cpuUsage()
    const failure = await failureOf(run)
    const milliseconds = process.cpuUsage(start).user / 1000
    if (failure === undefined && milliseconds <= slowest) tests.push({ name, run, milliseconds })
    else console.log(`left out, ${failure === 'killed' ? 'it fails when it is run again' : 'it is slow'}: ${name}`)
  }
  for (const mutant of inject('mutants')) {
    const tested = { ...mutant, ...(await outcomeOf(mutant, tests)) }
    appendFileSync(inject('log'), `${JSON.stringify(tested)}\n`)
    if (tested.status === 'survived') console.log(survivorText(tested))
  }
}, 0)

async function outcomeOf(mutant: Mutant, tests: readonly KnownTest[]): Promise<Outcome> {
  const reached = reachedBy.get(mutant.id) ?? new Set()
  const isLoaded = reached.has(whileLoading)
  const chosen = ranked(isLoaded ? tests : tests.filter(({ name }) => reached.has(name)), mutant)
  active = mutant.id
  try {
    for await (const run of isLoaded ? loadedAnew(chosen) : chosen.map((one) => one.run)) {
      const status = await failureOf(run)
      if (status !== undefined) return { status, tests: chosen.length }
    }
    return { status: 'survived', tests: chosen.length }
  } catch {
    // The modules cannot even be loaded.
    return { status: 'killed', tests: chosen.length }
  }
}

async function failureOf(run: Run): Promise<'killed' | 'timed out' | undefined> {
  hits = 0
  try {
    Object.assign(globalThis, { limitedRun: run })
    // What is awaited is not stopped.
    await new Script('globalThis.limitedRun()').runInThisContext({ timeout: patience })
    return undefined
  } catch (error) {
    const isLate = error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    return isLate ? 'timed out' : 'killed'
  }
}

/** Tests with all modules loaded again, for a mutant in what is run when they are loaded. */
async function* loadedAnew(tests: readonly KnownTest[]): AsyncGenerator<Run> {
  vi.resetModules()
  for (const file of new Set(tests.map(({ name }) => name.split(' > ', 1)[0] as string))) {
    const collector = suiteOf(file)
    const runs = new Map(runsOf(await collector.collect(whole)))
    collector.clear()
    for (const { name } of tests) {
      const run = runs.get(name)
      if (run !== undefined) yield run
    }
  }
}

function runsOf(task: RunnerTask): readonly (readonly [string, Run])[] {
  if (task.type === 'suite') return task.tasks.flatMap(runsOf)
  return [[task.fullTestName, TestRunner.getTestFn(task)]]
}

/** Tests that name a code of the source first, then those that share most words with its path, then the quickest. */
function ranked(tests: readonly KnownTest[], { file }: Mutant): readonly KnownTest[] {
  const words = file.split(/[^A-Za-z]+/)
  const codes: readonly string[] = readFileSync(file, 'utf8').match(/KW\d{4}/g) ?? []
  const nearness = ({ name }: KnownTest): number =>
    words.filter((word) => name.includes(word)).length + (codes.some((code) => name.includes(code)) ? words.length : 0)
  return tests
    .map((one) => ({ one, near: nearness(one) }))
    .toSorted((a, b) => b.near - a.near || a.one.milliseconds - b.one.milliseconds)
    .map(({ one }) => one)
}
