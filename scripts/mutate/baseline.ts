import { isTimeout, limited } from './limited.ts'
import { createModules } from './modules.ts'
import { observed, type Region } from './regions.ts'
import { parseSource } from './source.ts'
import { collectTests, vitest } from './test-api.ts'

/** A test, and what it reaches: regions of files, as `file region`. */
export interface KnownTest {
  readonly file: string
  readonly name: string
  readonly milliseconds: number
  readonly reached: readonly string[]
}

/** What the tests do without any mutant. */
export interface Baseline {
  readonly tests: readonly KnownTest[]
  /** The regions of each source. */
  readonly regions: { readonly [file: string]: readonly Region[] }
  /** Tests that fail here or are too slow, each with the reason. */
  readonly leftOut: readonly string[]
}

/** Slower tests are left out, for each mutant that survives would wait for them. */
const slowest = 1_000
const tooSlow = `takes more than ${slowest} ms`
/** Time on the clock for which a test is waited; a busy machine makes it longer than what it takes. */
const patience = 15_000

declare global {
  /** Called by the sources that are observed. */
  var observe: (file: string, region: number) => void
}

/** Runs every test once, to see which regions of the sources it reaches. */
export async function runBaseline(
  root: string,
  sources: readonly string[],
  testFiles: readonly string[],
  read: (file: string) => string,
): Promise<Baseline> {
  const watched = new Map(sources.map((file) => [file, observed(parseSource(file, read(file)))]))
  const modules = createModules(root, (file) => watched.get(file)?.text ?? read(file), { vitest })
  const tests: KnownTest[] = []
  const leftOut: string[] = []
  for (const file of testFiles) {
    let reached = new Set<string>()
    globalThis.observe = (source, region) => void reached.add(`${source} ${region}`)
    const collected = await collectTests(
      () => modules.run(file),
      () => true,
    )
    // What is run before the tests decides what they are.
    const always = reached
    for (const { name, run } of collected) {
      reached = new Set(always)
      const start = process.cpuUsage()
      const failure = await failureOf(run)
      const milliseconds = process.cpuUsage(start).user / 1000
      if (failure === undefined && milliseconds <= slowest)
        tests.push({ file, name, milliseconds, reached: [...reached] })
      else leftOut.push(`${name}: ${failure ?? tooSlow}`)
    }
  }
  const regions = Object.fromEntries([...watched].map(([file, { regions: found }]) => [file, found]))
  return { tests, regions, leftOut }
}

async function failureOf(run: () => unknown): Promise<string | undefined> {
  try {
    await limited(run, patience)
    return undefined
  } catch (error) {
    return isTimeout(error) ? tooSlow : `fails here, ${String(error).split('\n', 1)[0]}`
  }
}
