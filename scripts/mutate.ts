import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startVitest } from 'vitest/node'
import { mutationsOf } from './mutate/mutations.ts'
import { keyOf, readAccepted, shareKilled, type Shown, table, type Tested } from './mutate/report.ts'
import { switched } from './mutate/switched.ts'

// Changes the sources in one place at a time, and tells which changes no test notices: `pnpm mutate`, or
// `pnpm mutate --only check/rules/cache --sample 100`. With `--log FILE`, which gets a line for each mutant, a run that
// was stopped goes on where it was. Exit status 1 where too few are noticed.
const least = 0.85
const root = fileURLToPath(new URL('../', import.meta.url))
const core = join(root, 'packages/core/src')
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [''] },
    sample: { type: 'string', default: 'Infinity' },
    log: { type: 'string' },
  },
})
const log = values.log ?? join(root, 'dist/mutants.jsonl')
if (values.log === undefined) rmSync(log, { force: true })
mkdirSync(dirname(log), { recursive: true })

const files = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const tests = files.filter((file) => file.endsWith('.test.ts')).map((file) => join(core, file))
const sources = files.filter(
  (file) => /^(?:check|order|attributes|resolve|agent)\//.test(file) && !/\.test\.ts$|\/cases\//.test(file),
)
const all = values.only
  .flatMap((part) => sources.filter((file) => file.startsWith(part)).toSorted())
  .flatMap((file) => mutationsOf(relative(root, join(core, file)), readFileSync(join(core, file), 'utf8')))
// Scattered, so that whatever is tested first is a sample of all.
const scattered = all
  .map((mutant, index) => ({ mutant, at: (index * 0.618_033_988_75) % 1 }))
  .toSorted((a, b) => a.at - b.at)
const mutants = scattered.slice(0, Number(values.sample)).map(({ mutant }, id) => ({ ...mutant, id }))
const before = logged()
const left = mutants.filter((mutant) => !before.has(placeOf(mutant)))
console.log(`${mutants.length} mutants, ${left.length} of them to be tested`)
const vitest = await startVitest(
  'test',
  [],
  {
    config: false,
    root,
    include: ['scripts/mutate/run.ts'],
    reporters: ['agent'],
    watch: false,
    maxWorkers: 1,
    testTimeout: 0,
    disableConsoleIntercept: true,
    onUnhandledError: () => false,
    provide: { tests, log, mutants: left.map(({ host: _host, ...mutant }) => mutant) },
  },
  {
    plugins: [
      {
        name: 'mutants',
        enforce: 'pre',
        transform: (code, id) => {
          const own = left.filter(({ file }) => id === join(root, file))
          return own.length > 0 ? switched(code, own) : undefined
        },
      },
    ],
  },
)
await vitest.close()

const after = logged()
const tested = mutants.flatMap((mutant) => after.get(placeOf(mutant)) ?? [])
const accepted = new Set(readAccepted(join(root, 'test/mutation/accepted.json')).map(keyOf))
console.log(`\n${table(tested, accepted)}`)
const survivors = new Set(tested.filter(({ status }) => status === 'survived').map(keyOf))
const noticed = new Set(tested.map(keyOf).filter((key) => accepted.has(key) && !survivors.has(key)))
for (const key of noticed) console.log(`accepted, but noticed: ${key}`)
if (tested.length < mutants.length) console.log(`stopped: ${mutants.length - tested.length} are still to be tested`)
process.exitCode = shareKilled(tested) < least || tested.length < mutants.length ? 1 : 0

function logged(): ReadonlyMap<string, Tested> {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : []
  return new Map(lines.map((line) => JSON.parse(line) as Tested).map((one) => [placeOf(one), one]))
}

function placeOf(mutant: Shown & { readonly start: number }): string {
  return `${mutant.start} ${keyOf(mutant)}`
}
