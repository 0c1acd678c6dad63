import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkBench } from './bench/check-bench.ts'
import { casesOf, pipelineFiles } from './bench/cases.ts'
import { inProcess } from './bench/in-process.ts'
import { linear } from './bench/linear.ts'
import { measure } from './bench/measure.ts'
import { proofs } from './bench/proofs.ts'
import { simulations } from './bench/simulation.ts'
import { targetsOf } from './bench/targets.ts'
import { installRuntime } from './bench/install-runtime.ts'
import { ownTemporaryFolder } from './own-temporary-folder.ts'

// Prints the tables of docs/performance.md: `pnpm bench`, or `pnpm bench ROUNDS`. Ratios count: they hold on any machine.
const root = fileURLToPath(new URL('../', import.meta.url))
// Outside this repository, whose own pipeline pins another kitewright.
ownTemporaryFolder()
const folder = join(tmpdir(), 'bench')
// Taken away: what makes the package takes its first argument for a folder.
const rounds = Number(process.argv.splice(2)[0] ?? 11)

await import('./package.ts')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
const sdk = `@buildkite/buildkite-sdk@${version('@buildkite/buildkite-sdk')}`
execFileSync(
  'npm',
  ['install', '--prefer-offline', '--no-audit', '--no-fund', join(root, 'dist/kitewright.tgz'), sdk],
  {
    cwd: folder,
    stdio: 'pipe',
  },
)
for (const [name, text] of Object.entries(pipelineFiles())) writeFileSync(join(folder, name), text)

for (const runtime of ['20', '24']) {
  const stripsTypes = runtime === '24'
  const measured = measure(installRuntime(runtime), casesOf(stripsTypes), folder, rounds)
  const bare = measured[0] as (typeof measured)[number]
  console.log(`\n### Node ${runtime}\n`)
  const rows = measured.map(({ name, milliseconds, megabytes }) => [
    name,
    `${milliseconds.toFixed(0)} ms`,
    (milliseconds / bare.milliseconds).toFixed(2),
    `${megabytes.toFixed(0)} MB`,
    (megabytes / bare.megabytes).toFixed(2),
  ])
  print(['case', 'time', '÷ bare', 'memory', '÷ bare'], rows)
  console.log('')
  print(
    ['target', 'is', 'at most'],
    targetsOf(measured, stripsTypes).map(({ name, ratio, most }) => [
      name,
      `${ratio.toFixed(2)}${ratio > most ? ' (missed)' : ''}`,
      String(most),
    ]),
  )
}

console.log('\n### In one process\n')
print(['work', 'time', 'ratio'], [...inProcess(), ...simulations(), ...proofs()])

console.log('\n### Ten times the work\n')
print(['work', 'once', 'ten times', 'ratio', 'at most'], await linear())

console.log('\n### Checks\n')
for (const row of checkBench()) console.log(`- ${row}`)

function version(name: string): string {
  const require = createRequire(import.meta.url)
  return (require(`${name}/package.json`) as { readonly version: string }).version
}

function print(head: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log([line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'))
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
