import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { memoryWorld } from '../../../../test/memory-world.ts'
import { main } from '../main.ts'

const index = new URL('../index.ts', import.meta.url).href
const pipeline = (command: string): string =>
  `import { command, definePipeline } from '${index}'
export default definePipeline(({ build }) => [command({ label: 'Unit', command: '${command} ' + build.branch })])`

async function run(folder: string, args: readonly string[]): Promise<string> {
  const world = memoryWorld(folder, { BUILDKITE: 'true', BUILDKITE_BRANCH: 'feature' })
  const code = await main(args, world)
  return `${code} ${world.printed.stdout}`
}

async function codes(folder: string, file: string): Promise<unknown> {
  const { diagnostics } = JSON.parse((await run(folder, ['check', file, '--format', 'json'])).slice(2)) as {
    readonly diagnostics: readonly { readonly code: string; readonly file: string }[]
  }
  return diagnostics.map(({ code, file: at }) => `${code} ${at}`)
}

test('a kept rendering says for which build it was made, and check tells when it has drifted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kitewright-written-'))
  writeFileSync(join(folder, 'pipeline.mts'), pipeline('test'))
  writeFileSync(join(folder, 'other.yml'), 'steps: []\n')
  await run(folder, ['render', 'pipeline.mts', '--branch', 'main', '--write', 'fallback.yml'])
  expect(readFileSync(join(folder, 'fallback.yml'), 'utf8').split('\n')).toEqual([
    expect.stringMatching(/^# Written by `kitewright render --write`/),
    '# context: {"env":{"BUILDKITE_BRANCH":"main"}}',
    'steps:',
    '  - label: Unit',
    '    command: test main',
    '',
  ])
  const before = await codes(folder, 'pipeline.mts')
  // Under another name: a module is loaded once in a process.
  writeFileSync(join(folder, 'pipeline2.mts'), pipeline('test --all'))
  expect({ before, after: await codes(folder, 'pipeline2.mts') }).toEqual({
    before: [],
    after: ['KW5090 fallback.yml'],
  })
})

test('a pipeline with errors leaves what was kept as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kitewright-written-'))
  const faulty = `import { command, definePipeline } from '${index}'
export default definePipeline([command({ command: 'a', depends_on: 'nobody' })])`
  writeFileSync(join(folder, 'pipeline.mts'), faulty)
  writeFileSync(join(folder, 'fallback.yml'), 'kept')
  expect(await run(folder, ['render', 'pipeline.mts', '--write', 'fallback.yml'])).toBe('1 ')
  expect(readFileSync(join(folder, 'fallback.yml'), 'utf8')).toBe('kept')
})
