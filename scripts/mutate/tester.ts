import { relative } from 'node:path'
import type { Baseline, KnownTest } from './baseline.ts'
import { isTimeout, limited } from './limited.ts'
import { createModules, type Modules } from './modules.ts'
import type { Mutation } from './mutations.ts'
import { regionAt } from './regions.ts'
import { collectTests, vitest } from './test-api.ts'

/** What became of a mutant. One that no test reaches survives, too; one that is no program is `invalid`. */
export interface Outcome {
  readonly status: 'killed' | 'survived' | 'timed out' | 'invalid'
  /** The test that killed it. */
  readonly by?: string | undefined
  /** How many tests reach it. */
  readonly tests: number
}

/** Holds one mutant of a file against the tests that reach it. */
export type Tester = (file: string, mutation: Mutation) => Promise<Outcome>

/** Loads the project and its tests, ready for mutants. */
export async function createTester(
  root: string,
  { tests, regions }: Baseline,
  read: (file: string) => string,
): Promise<Tester> {
  const modules = createModules(root, read, { vitest })
  for (const file of new Set(tests.map((one) => one.file))) {
    await collectTests(
      () => modules.run(file),
      () => true,
    )
  }
  const reached = new Map(tests.map((one) => [one, new Set(one.reached)]))

  return async (file, { start, end, after }) => {
    const text = read(file)
    const chosen = ranked(testsAt(file, start), relative(root, file), text, root)
    let mutated: Modules
    try {
      mutated = modules.replaced(file, `${text.slice(0, start)}${after}${text.slice(end)}`)
    } catch {
      return { status: 'invalid', tests: 0 }
    }
    // The likeliest first, for most mutants need no more.
    for (const batch of [chosen.slice(0, 5), chosen.slice(5)]) {
      const failure = await firstFailure(mutated, batch)
      if (failure) return { ...failure, tests: chosen.length }
    }
    return { status: 'survived', tests: chosen.length }
  }

  function testsAt(file: string, position: number): readonly KnownTest[] {
    const region = regionAt(regions[file] ?? [], position)
    if (region !== undefined) return tests.filter((one) => reached.get(one)?.has(`${file} ${region}`))
    const users = modules.usersOf(file)
    return tests.filter((one) => users.has(one.file))
  }
}

/** Tests that name a code of the source first, then those that share most words with its path, then the quickest. */
function ranked(tests: readonly KnownTest[], file: string, text: string, root: string): readonly KnownTest[] {
  const words = file.split(/[^A-Za-z]+/)
  const codes: readonly string[] = text.match(/KW\d{4}/g) ?? []
  const nearness = (one: KnownTest): number => {
    const place = `${relative(root, one.file)}/${one.name}`
    const isNamed = codes.some((code) => place.includes(code))
    return words.filter((word) => place.includes(word)).length + (isNamed ? words.length : 0)
  }
  return tests
    .map((one) => ({ one, near: nearness(one) }))
    .toSorted((a, b) => b.near - a.near || a.one.milliseconds - b.one.milliseconds)
    .map(({ one }) => one)
}

type Failure = Pick<Outcome, 'status' | 'by'>

async function firstFailure(modules: Modules, tests: readonly KnownTest[]): Promise<Failure | undefined> {
  for (const file of new Set(tests.map((one) => one.file))) {
    const group = new Map(tests.filter((one) => one.file === file).map((one) => [one.name, one]))
    const failure = await firstFailureOfFile(modules, file, group)
    if (failure) return failure
  }
  return undefined
}

async function firstFailureOfFile(
  modules: Modules,
  file: string,
  wanted: ReadonlyMap<string, KnownTest>,
): Promise<Failure | undefined> {
  const names = [...wanted.keys()]
  let running = `loading ${file}`
  try {
    const collected = await collectTests(
      () => limited(() => modules.run(file), 5_000),
      (name) => names.some((one) => one.startsWith(name)),
    )
    const found = collected.filter(({ name }) => wanted.has(name))
    if (found.length < wanted.size) return { status: 'killed', by: `${file} has other tests` }
    for (const { name, run } of found) {
      running = name
      await limited(run, 5_000 + 50 * (wanted.get(name)?.milliseconds ?? 0))
    }
    return undefined
  } catch (error) {
    return { status: isTimeout(error) ? 'timed out' : 'killed', by: running }
  }
}
