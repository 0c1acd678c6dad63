import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../../../test/temporary-folder.ts'
import { memoryWorld, type MemoryWorld } from '../../world/memory-world.ts'
import { main } from '../../main.ts'
import { version } from '../../version.ts'

interface Run {
  readonly folder: string
  readonly code: number
  readonly printed: MemoryWorld['printed']
}

async function init(folder: string, args: readonly string[], answers?: readonly string[]): Promise<Run> {
  const pending = [...(answers ?? [])]
  const world = memoryWorld(folder, process.env)
  const ask = async (): Promise<string> => pending.shift() ?? ''
  const code = await main(['init', ...args], { ...world, ...(answers && { ask }) })
  return { folder, code, printed: world.printed }
}

const written = ['.gitignore', 'package.json', 'pipeline.ts', 'pipeline.yml', 'scripts', 'tsconfig.json']

test('a repository gets a small npm project with kitewright pinned, and nothing on stdout', async () => {
  const { folder, code, printed } = await init(temporaryFolder(), ['--no-install'])
  expect({ code, stdout: printed.stdout, files: readdirSync(join(folder, '.buildkite')).toSorted() }).toEqual({
    code: 0,
    stdout: '',
    files: written,
  })
  expect(JSON.parse(readFileSync(join(folder, '.buildkite/package.json'), 'utf8'))).toEqual({
    private: true,
    type: 'module',
    dependencies: { kitewright: version },
  })
})

test('no job of what is written can hang for ever', async () => {
  const { folder } = await init(temporaryFolder(), ['--no-install'])
  expect(readFileSync(join(folder, '.buildkite/pipeline.yml'), 'utf8')).toBe(`steps:
  - label: ":pipeline: Pipeline"
    command: npm ci --prefix .buildkite && .buildkite/node_modules/.bin/kitewright upload
    timeout_in_minutes: 15
`)
})

test('started in .buildkite/, it writes there', async () => {
  const folder = join(temporaryFolder(), '.buildkite')
  mkdirSync(folder)
  const { code } = await init(folder, ['--no-install'])
  expect({ code, files: readdirSync(folder).toSorted() }).toEqual({ code: 0, files: written })
})

test('what is there stays, and then nothing at all is written', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, '.buildkite'))
  writeFileSync(join(folder, '.buildkite/pipeline.yml'), 'steps: []\n')
  const { code, printed } = await init(folder, ['--no-install'])
  expect({ code, files: readdirSync(join(folder, '.buildkite')), ...printed }).toEqual({
    code: 2,
    files: ['pipeline.yml'],
    stdout: '',
    stderr: `kitewright init: .buildkite/pipeline.yml is there already; nothing was written
move .buildkite/pipeline.yml away first: git mv .buildkite/pipeline.yml .buildkite/pipeline.old.yml
--force overwrites
`,
  })
})

test('--force overwrites, and a second run finds nothing to do', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, '.buildkite'))
  writeFileSync(join(folder, '.buildkite/pipeline.ts'), '// mine')
  await init(folder, ['--no-install', '--force'])
  const text = readFileSync(join(folder, '.buildkite/pipeline.ts'), 'utf8')
  const { code, printed } = await init(folder, ['--no-install'])
  expect({ isMine: text === '// mine', code, saysWrote: printed.stderr.includes('wrote') }).toEqual({
    isMine: false,
    code: 0,
    saysWrote: false,
  })
})

test('at a terminal it asks, and "n" writes nothing', async () => {
  const { folder, code } = await init(temporaryFolder(), ['--no-install'], ['service', 'n'])
  expect({ code, exists: existsSync(join(folder, '.buildkite')) }).toEqual({ code: 0, exists: false })
})

test('an unknown preset is refused with the names there are', async () => {
  const { code, printed } = await init(temporaryFolder(), ['--preset', 'ruby'])
  expect({ code, first: printed.stderr.split('\n')[0] }).toEqual({
    code: 2,
    first: 'kitewright init: --preset wants service or empty, not "ruby"',
  })
})

test('where npm fails, the files are there and what is left to do is said', async () => {
  const damaged = join(temporaryFolder(), 'damaged.tgz')
  writeFileSync(damaged, 'no archive')
  const { folder, code, printed } = await init(temporaryFolder(), ['--from', damaged])
  expect({ code, written: existsSync(join(folder, '.buildkite/pipeline.ts')) }).toEqual({ code: 3, written: true })
  expect(printed.stderr).toContain('npm failed; the files are written: run "npm install --prefix .buildkite"')
}, 60_000)

test('a tarball that is not there is told of before anything is written', async () => {
  const { folder, code, printed } = await init(temporaryFolder(), ['--from', '../nope.tgz'])
  expect({ code, files: readdirSync(folder) }).toEqual({ code: 2, files: [] })
  expect(printed.stderr).toContain('kitewright init: --from: there is no file ../nope.tgz')
})

test('who breaks off at the question has nothing written', async () => {
  const world = { ...memoryWorld(temporaryFolder()), ask: async () => undefined }
  expect(await main(['init', '--no-install'], world)).toBe(0)
  expect({ files: readdirSync(world.cwd), said: world.printed.stderr }).toEqual({
    files: [],
    said: 'nothing was written\n',
  })
})

test('the new pipeline renders', async () => {
  const { folder } = await init(temporaryFolder(), ['--no-install', '--preset', 'empty'])
  mkdirSync(join(folder, '.buildkite/node_modules'))
  const target = fileURLToPath(new URL('../..', import.meta.url))
  symlinkSync(target, join(folder, '.buildkite/node_modules/kitewright'))
  const world = memoryWorld(folder)
  expect({ code: await main(['render'], world), ...world.printed }).toEqual({
    code: 0,
    stdout: `steps:
  - label: ":test_tube: Test"
    key: test
    command: echo "put the command that tests this service here"
    timeout_in_minutes: 10
  - label: ":rocket: Deploy"
    command: echo "put the command that deploys it here"
    depends_on: test
    timeout_in_minutes: 30
`,
    stderr: '',
  })
})
