import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readAccepted } from './mutate/accepted.ts'
import { mutationsOf } from './mutate/mutations.ts'
import { baselineOf, type Mutant, testAll } from './mutate/pool.ts'
import { shareFound, type Shown, type Tested, textReport } from './mutate/report.ts'
import { parseSource } from './mutate/source.ts'

// Changes the sources in one place at a time, and tells which changes no test notices: `pnpm mutate`, or
// `pnpm mutate --only check/rules/cache --sample 100 --json FILE --workers 1`. Exit status 1 where tests notice too few.
const least = 0.85
const root = fileURLToPath(new URL('../', import.meta.url))
const core = join(root, 'packages/core/src')
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [''] },
    sample: { type: 'string' },
    json: { type: 'string' },
    workers: { type: 'string', default: String(Math.min(2, availableParallelism())) },
  },
})

const files = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const tests = files.filter((file) => file.endsWith('.test.ts')).map((file) => join(core, file))
const sources = files
  .filter((file) => /^(?:check|order|attributes|resolve|agent)\//.test(file) && !/\.test\.ts$|\/cases\//.test(file))
  .map((file) => join(core, file))
const wanted = sources.filter((file) => values.only.some((part) => file.includes(part)))
const all = wanted.flatMap((file) =>
  mutationsOf(parseSource(file, readFileSync(file, 'utf8'))).map((mutation): Mutant => ({ file, mutation })),
)
const mutants = values.sample === undefined ? all : sampled(all, Number(values.sample))
console.error(`${mutants.length} mutants of ${wanted.length} files`)

const baseline = await baselineOf(root, sources, tests)
console.error(`${baseline.tests.length} tests; left out:\n${baseline.leftOut.map((one) => `  ${one}\n`).join('')}`)
const outcomes = await testAll(root, baseline, mutants, {
  workers: Number(values.workers),
  onOutcome: (done) => {
    if (done % 250 === 0) console.error(`${done} of ${mutants.length}`)
  },
})

const accepted = readAccepted(join(root, 'test/mutation/accepted.json'))
const tested = mutants
  .map((mutant, index): Tested => {
    const shown = show(mutant)
    return { ...shown, ...outcomes[index]!, reason: accepted.reasonFor(shown) }
  })
  .filter(({ status }) => status !== 'invalid')
const survivors = tested.filter(({ status }) => status === 'survived')
const unused =
  values.sample === undefined ? accepted.unused(survivors, new Set(wanted.map((file) => relative(root, file)))) : []
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(tested, null, 2)}\n`)
console.log(textReport(tested))
for (const { file, code, before, after } of unused)
  console.log(`accepted, but found: ${file}  ${code}  ${before} → ${after}`)
process.exitCode = shareFound(tested) < least ? 1 : 0

function show({ file, mutation: { start, end, after } }: Mutant): Shown & { readonly line: number } {
  const text = readFileSync(file, 'utf8')
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const [code = ''] = text.slice(lineStart).split('\n', 1)
  const line = text.slice(0, start).split('\n').length
  return { file: relative(root, file), line, code: code.trim(), before: text.slice(start, end), after }
}

/** Some of the mutants, the same each time. */
function sampled(from: readonly Mutant[], count: number): readonly Mutant[] {
  const step = Math.max(1, from.length / count)
  return Array.from({ length: Math.min(count, from.length) }, (_, index) => from[Math.floor(index * step)] as Mutant)
}
