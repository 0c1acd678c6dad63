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

const uploadingStep = (upload: string): string =>
  `# yaml-language-server: $schema=https://raw.githubusercontent.com/buildkite/pipeline-schema/main/schema.json
steps:
  - label: ":pipeline: Pipeline"
    command: npm ci --ignore-scripts --prefix .buildkite && .buildkite/node_modules/.bin/kitewright ${upload}
    timeout_in_minutes: 15
`

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
    devDependencies: { '@types/node': '^20.19.0' },
  })
})

test('no job of what is written can hang for ever', async () => {
  const { folder } = await init(temporaryFolder(), ['--no-install'])
  expect(readFileSync(join(folder, '.buildkite/pipeline.yml'), 'utf8')).toBe(uploadingStep('upload'))
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
--from .buildkite/pipeline.yml begins with it: imported, and kept as the fallback
--force writes over it, and keeps the old text beside
`,
  })
})

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []))

/** What a folder holds, by name. */
const texts = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(filesIn(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))

const repositoryWith = (name: string, text: string): string => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, '.buildkite'))
  writeFileSync(join(folder, '.buildkite', name), text)
  return folder
}

test('--force keeps each text that it writes over beside, and says so', async () => {
  const folder = repositoryWith('pipeline.ts', '// mine')
  const first = await init(folder, ['--no-install', '--force'])
  writeFileSync(join(folder, '.buildkite/pipeline.ts'), '// mine again')
  const second = await init(folder, ['--no-install', '--force'])
  const kept = texts(join(folder, '.buildkite'))
  expect({
    kept: [kept['pipeline.ts.before'], kept['pipeline.ts.before-2']],
    said: [first, second].map(({ printed }) => printed.stderr.split('\n')[0]),
  }).toEqual({
    kept: ['// mine', '// mine again'],
    said: [
      'kept .buildkite/pipeline.ts as .buildkite/pipeline.ts.before',
      'kept .buildkite/pipeline.ts as .buildkite/pipeline.ts.before-2',
    ],
  })
})

test('a second run finds nothing to do', async () => {
  const { folder } = await init(temporaryFolder(), ['--no-install'])
  const { code, printed } = await init(folder, ['--no-install'])
  expect({ code, saysWrote: printed.stderr.includes('wrote') }).toEqual({ code: 0, saysWrote: false })
})

const yaml = '# Ours\nsteps: [{ label: Unit, command: npm test }]\n'

test('--from begins with the YAML that is there: imported, kept as the fallback, and proved', async () => {
  const folder = repositoryWith('pipeline.yml', yaml)
  const { code, printed } = await init(folder, ['--no-install', '--from', '.buildkite/pipeline.yml'])
  const { 'pipeline.ts': pipeline, 'pipeline.yml': step, 'fallback.yml': fallback } = texts(join(folder, '.buildkite'))
  expect({ code, pipeline, step, fallback, said: printed.stderr }).toEqual({
    code: 0,
    pipeline: `// Ours

import { command, definePipeline } from 'kitewright'

export default definePipeline([command({ label: 'Unit', command: 'npm test' })])
`,
    step: uploadingStep('upload --fallback .buildkite/fallback.yml'),
    fallback: yaml,
    said: `wrote .buildkite/package.json, .buildkite/tsconfig.json, .buildkite/pipeline.ts, .buildkite/pipeline.yml, .buildkite/.gitignore, .buildkite/fallback.yml
.buildkite/pipeline.ts is .buildkite/fallback.yml: 1 step, rendered and compared: the same pipeline
next: npm install --prefix .buildkite PATH/kitewright.tgz, then .buildkite/node_modules/.bin/kitewright render; commit .buildkite
`,
  })
})

test('the same command goes on where the one before broke off, and leaves what was written since', async () => {
  const folder = repositoryWith('pipeline.yml', yaml)
  const args = ['--no-install', '--from', '.buildkite/pipeline.yml']
  await init(folder, args)
  writeFileSync(join(folder, '.buildkite/pipeline.ts'), '// edited')
  const before = texts(join(folder, '.buildkite'))
  const { code } = await init(folder, args)
  expect({ code, after: texts(join(folder, '.buildkite')) }).toEqual({ code: 0, after: before })
})

test('at a terminal it offers to begin with the YAML that is there', async () => {
  const folder = repositoryWith('pipeline.yml', yaml)
  const { code } = await init(folder, ['--no-install'], ['', ''])
  const { 'pipeline.ts': pipeline, 'fallback.yml': fallback } = texts(join(folder, '.buildkite'))
  expect({ code, isImported: pipeline?.includes('npm test'), fallback }).toEqual({
    code: 0,
    isImported: true,
    fallback: yaml,
  })
})

test('YAML that the agent cannot read is told of, and nothing is written', async () => {
  const folder = repositoryWith('pipeline.yml', 'steps: [')
  const { code } = await init(folder, ['--no-install', '--from', '.buildkite/pipeline.yml'])
  expect({ code, files: texts(join(folder, '.buildkite')) }).toEqual({ code: 1, files: { 'pipeline.yml': 'steps: [' } })
})

test('at a terminal it asks, and "n" writes nothing', async () => {
  const { folder, code } = await init(temporaryFolder(), ['--no-install'], ['service', 'n'])
  expect({ code, exists: existsSync(join(folder, '.buildkite')) }).toEqual({ code: 0, exists: false })
})

test('an unknown preset is refused with the names there are', async () => {
  const { code, printed } = await init(temporaryFolder(), ['--no-install', '--preset', 'ruby'])
  expect({ code, first: printed.stderr.split('\n')[0] }).toEqual({
    code: 2,
    first: 'kitewright init: --preset wants service or empty, not "ruby"',
  })
})

test('where npm fails, the files are there and what is left to do is said', async () => {
  const damaged = join(temporaryFolder(), 'damaged.tgz')
  writeFileSync(damaged, 'no archive')
  const { folder, code, printed } = await init(temporaryFolder(), ['--kitewright', damaged])
  expect({ code, written: existsSync(join(folder, '.buildkite/pipeline.ts')) }).toEqual({ code: 3, written: true })
  expect(printed.stderr).toContain(
    'npm failed; the files are written: once that is put right, run the same command again',
  )
}, 60_000)

test('no registry is asked for a package of that name', async () => {
  const { folder, code, printed } = await init(temporaryFolder(), [])
  expect({ code, files: readdirSync(folder), first: printed.stderr.split('\n')[0] }).toEqual({
    code: 2,
    files: [],
    first:
      'kitewright init: name the package to install, which is on no registry yet: --kitewright PATH/kitewright.tgz; or --no-install',
  })
})

test('a tarball that is not there is told of before anything is written', async () => {
  const { folder, code, printed } = await init(temporaryFolder(), ['--kitewright', '../nope.tgz'])
  expect({ code, files: readdirSync(folder) }).toEqual({ code: 2, files: [] })
  expect(printed.stderr).toContain('kitewright init: --kitewright: there is no file ../nope.tgz')
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

test('--fallback names one for a branch and one for pull requests in the step, and says how they are made', async () => {
  const { folder, code, printed } = await init(temporaryFolder(), ['--no-install', '--fallback', 'main'])
  const files = ['branch', 'pull-request'].map((name) => `--fallback .buildkite/fallback-${name}.yml`)
  const ofFork =
    '--env BUILDKITE_REPO=https://example.com/ours.git --env BUILDKITE_PULL_REQUEST_REPO=https://example.com/fork.git'
  const bin = '.buildkite/node_modules/.bin/kitewright'
  expect({
    code,
    step: readFileSync(join(folder, '.buildkite/pipeline.yml'), 'utf8'),
    said: printed.stderr.split('\n').filter((line) => line.startsWith('then: ')),
  }).toEqual({
    code: 0,
    step: uploadingStep(`upload ${files.join(' ')}`),
    said: [
      `then: ${bin} render --branch=main --write .buildkite/fallback-branch.yml`,
      `then: ${bin} render --branch pull-request --pull-request 1 ${ofFork} --write .buildkite/fallback-pull-request.yml`,
    ],
  })
})

test('--fallback wants the name of a branch', async () => {
  const { code, printed } = await init(temporaryFolder(), ['--no-install', '--fallback', '--force'])
  expect({ code, said: printed.stderr.split('\n', 1) }).toMatchObject({ code: 2 })
})
