import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from '../../../../../test/temporary-folder.ts'
import { main } from '../../main.ts'
import { memoryWorld } from '../../world/memory-world.ts'

const index = new URL('../../index.ts', import.meta.url).href
const head = `import { command, definePipeline } from '${index}'\n`
// A module is loaded once in a process: what changes is read when the function is called.
const program = `import { readFileSync } from 'node:fs'
${head}export default definePipeline(({ build }) => {
  const test = readFileSync(new URL('command.txt', import.meta.url), 'utf8')
  return [command({ label: 'Unit', command: [test, build.branch].join(' ') })]
})`

async function run(folder: string, ...args: readonly string[]): Promise<string> {
  const world = memoryWorld(folder, { BUILDKITE: 'true', BUILDKITE_BRANCH: 'feature' })
  const code = await main(args, world)
  return `${code} ${world.printed.stdout}`
}

async function codes(folder: string, file: string): Promise<unknown> {
  const { diagnostics } = JSON.parse((await run(folder, 'check', file, '--format', 'json')).slice(2)) as {
    readonly diagnostics: readonly { readonly code: string; readonly file: string }[]
  }
  return diagnostics.map(({ code, file: at }) => `${code} ${at}`)
}

test('a kept rendering says of which pipeline and for which build it is, and check tells when it has drifted', async () => {
  const folder = temporaryFolder({ 'pipeline.mts': program, 'command.txt': 'test', 'other.yml': 'steps: []\n' })
  await run(folder, 'render', 'pipeline.mts', '--branch', 'main', '--write', 'fallback.yml')
  expect(readFileSync(join(folder, 'fallback.yml'), 'utf8').split('\n')).toEqual([
    expect.stringMatching(/^# Written by `kitewright render --write`/),
    '# pipeline: pipeline.mts',
    '# context: {"env":{"BUILDKITE_BRANCH":"main"}}',
    'steps:',
    '  - label: Unit',
    '    command: test main',
    '',
  ])
  const before = await codes(folder, 'pipeline.mts')
  writeFileSync(join(folder, 'command.txt'), 'test --all')
  expect({ before, after: await codes(folder, 'pipeline.mts') }).toEqual({
    before: [],
    after: ['KW5090 fallback.yml'],
  })
})

test('only the pipeline that a rendering is of is compared with it: neither the rendering itself nor another file', async () => {
  const folder = temporaryFolder({
    'pipeline.mts': program,
    'command.txt': 'test',
    'more.mts': `${head}export default definePipeline([command({ command: 'more' })])`,
    'pipeline.yml': 'steps:\n  - command: echo $HOME $$\n',
  })
  await run(folder, 'render', 'pipeline.mts', '--write', 'fallback.yml')
  await run(folder, 'render', 'pipeline.yml', '--write', 'kept.yml')
  const before = await Promise.all(
    ['more.mts', 'fallback.yml', 'kept.yml', 'pipeline.yml'].map((file) => codes(folder, file)),
  )
  writeFileSync(join(folder, 'pipeline.yml'), 'steps:\n  - command: echo\n')
  expect({ before, after: await codes(folder, 'pipeline.yml') }).toEqual({
    before: [[], [], [], []],
    after: ['KW5090 kept.yml'],
  })
})

test('a pipeline with errors leaves what was kept as it is', async () => {
  const faulty = `${head}export default definePipeline([command({ command: 'a', depends_on: 'nobody' })])`
  const folder = temporaryFolder({ 'pipeline.mts': faulty, 'fallback.yml': 'kept' })
  expect(await run(folder, 'render', 'pipeline.mts', '--write', 'fallback.yml')).toBe('1 ')
  expect(readFileSync(join(folder, 'fallback.yml'), 'utf8')).toBe('kept')
})

test('neighbours that are no file, cannot be read, or are of something else are left alone', async () => {
  const kept = (rest: string): string => `${readFileSync(join(folder, 'fallback.yml'), 'utf8').split('\n')[0]}\n${rest}`
  const folder = temporaryFolder({ 'pipeline.mts': program, 'command.txt': 'test', 'unreadable.yml': 'steps: []\n' })
  await run(folder, 'render', 'pipeline.mts', '--write', 'fallback.yml')
  mkdirSync(join(folder, 'folder.yml'))
  spawnSync('mkfifo', [join(folder, 'fifo.yml')])
  symlinkSync('nowhere', join(folder, 'dangling.yml'))
  symlinkSync('loop.yml', join(folder, 'loop.yml'))
  chmodSync(join(folder, 'unreadable.yml'), 0)
  writeFiles(folder, {
    'other.yml': kept('# pipeline: other.mts\n# context: {"env":{}}\nsteps: []\n'),
    'headless.yml': kept('steps: []\n'),
    'windows.yml': readFileSync(join(folder, 'fallback.yml'), 'utf8').replaceAll('\n', '\r\n'),
    'edited.yml': kept('# pipeline: pipeline.mts\n# context: {"env":null}\nsteps: []\n'),
  })
  expect(await codes(folder, 'pipeline.mts')).toEqual(['KW5090 edited.yml'])
})
