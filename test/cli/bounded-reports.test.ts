import { expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** One line of 43 kB with 400 mistakes. */
const step = (index: number): string => `{ command: "${'x'.repeat(75)} ${index}", iff${index}: maybe }`
const steps = Array.from({ length: 400 }, (_, index) => step(index))
const line = `steps: [${steps.join(', ')}]`

const folder = temporaryFolder({ 'long.yml': `${line}\n` })

async function check(format: string, columns?: number): Promise<string> {
  const world = memoryWorld(folder)
  await main(['check', 'long.yml', '--format', format], {
    ...world,
    stdout: { ...world.stdout, columns },
  })
  return world.printed.stdout
}

test('400 mistakes in a line of 43 kB make a report that can be read, with a count of the rest', async () => {
  const report = await check('text')
  const lines = report.split('\n')
  expect({
    line: line.length > 43_000,
    isShort: report.length < 60_000,
    widest: Math.max(...lines.map((each) => each.length)) <= 160,
    end: lines.slice(-4),
  }).toEqual({ line: true, isShort: true, widest: true, end: ['… and 300 more', '', '400 info', ''] })
})

test('lines are cut around the carets, for the width of the terminal', async () => {
  const [, , , excerpt = '', carets = ''] = (await check('text', 80)).split('\n\n')[50]?.split('\n') ?? []
  expect([excerpt.length, excerpt.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)]).toEqual([
    80,
    expect.stringMatching(/^iff\d+$/),
  ])
})

test('an annotation fits, and says how many are left', async () => {
  const report = await check('markdown')
  expect([Buffer.byteLength(report) < 1024 * 1024, report.trimEnd().split('\n').at(-1)]).toEqual([
    true,
    '… and 350 more',
  ])
})

test.each([
  ['json', (report: string) => (JSON.parse(report) as { diagnostics: unknown[] }).diagnostics.length],
  ['sarif', (report: string) => (JSON.parse(report) as { runs: [{ results: unknown[] }] }).runs[0].results.length],
])('%s has every diagnostic, each bounded', async (format, count) => {
  const report = await check(format)
  expect([count(report), report.length < 400 * 2000]).toEqual([400, true])
})
