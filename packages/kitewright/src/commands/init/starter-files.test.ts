import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../../../test/temporary-folder.ts'
import { main } from '../../main.ts'
import { memoryWorld } from '../../world/memory-world.ts'

interface Ran {
  readonly code: number
  readonly stderr: string
}

async function init(folder: string, args: readonly string[] = [], answers?: readonly string[]): Promise<Ran> {
  const pending = [...(answers ?? [])]
  const world = memoryWorld(folder, process.env)
  const ask = async (): Promise<string> => pending.shift() ?? ''
  const code = await main(['init', '--no-install', ...args], { ...world, ...(answers && { ask }) })
  return { code, stderr: world.printed.stderr }
}

/** What is in a repository beside its pipeline. */
function around(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.buildkite'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()
}

const all = [
  '.dockerignore',
  'Dockerfile',
  'cloudformation/prod.parameters',
  'cloudformation/service.yml',
  'cloudformation/test.parameters',
  'compose.yaml',
]

test.each([
  ['package.json', 'FROM node:', 'npm run test:unit'],
  ['Gemfile', 'FROM ruby:', 'bundle exec rake test:unit'],
  ['go.mod', 'FROM golang:', 'go test ./...'],
])('a repository with %s gets what surrounds a service of its stack', async (manifest, begins, tests) => {
  const folder = temporaryFolder({ [manifest]: '' })
  const { code, stderr } = await init(folder)
  expect({ code, files: around(folder), said: stderr.split('\n')[0] }).toEqual({
    code: 0,
    files: [manifest, ...all].toSorted(),
    said: 'wrote .buildkite/package.json, .buildkite/tsconfig.json, .buildkite/pipeline.ts, .buildkite/pipeline.yml, .buildkite/.gitignore, .buildkite/scripts/test.sh, .buildkite/scripts/docker-tag.sh, .buildkite/scripts/deploy, .buildkite/scripts/release-notes.sh, .buildkite/scripts/deploy-marker, Dockerfile, .dockerignore, compose.yaml, cloudformation/service.yml, cloudformation/test.parameters, cloudformation/prod.parameters',
  })
  expect(readFileSync(join(folder, 'Dockerfile'), 'utf8')).toContain(begins)
  expect(readFileSync(join(folder, 'compose.yaml'), 'utf8')).toContain(`    command: ${tests}\n`)
})

test('it is said what to look over', async () => {
  const { stderr } = await init(temporaryFolder({ Gemfile: '' }))
  expect(stderr.split('\n').slice(1, 4)).toEqual([
    'Dockerfile: it supposes Gemfile.lock, puma, and config.ru; GET /health says whether the service is well',
    'compose.yaml: its tests are "bundle exec rake test:unit" and "bundle exec rake test:integration"; the database',
    'cloudformation/test.parameters: the domain; what else service.yml asks for, of each environment',
  ])
})

test('what is there stays, under any of its names, and when it is forced too', async () => {
  const there = {
    'go.mod': '',
    Dockerfile: '# mine',
    'docker-compose.yml': '# mine',
    'cloudformation/service.yml': '# mine',
  }
  const folder = temporaryFolder(there)
  await init(folder, ['--force'])
  expect(Object.keys(there).map((name) => [name, readFileSync(join(folder, name), 'utf8')])).toEqual(
    Object.entries(there),
  )
  expect(around(folder)).toEqual(
    [
      ...Object.keys(there),
      '.dockerignore',
      'cloudformation/prod.parameters',
      'cloudformation/test.parameters',
    ].toSorted(),
  )
})

test('a Dockerfile that was there is told what the Compose file supposes of it', async () => {
  const { stderr } = await init(temporaryFolder({ 'go.mod': '', Dockerfile: '# mine' }))
  expect(stderr).toContain(
    'compose.yaml: it supposes a stage "test" in your Dockerfile; how tests are run; the database\n',
  )
})

test('started in .buildkite/, the repository is the folder above', async () => {
  const folder = temporaryFolder({ 'go.mod': '', '.buildkite/a': '' })
  const { stderr } = await init(join(folder, '.buildkite'))
  expect({ files: around(folder), says: stderr.includes(', ../Dockerfile,') }).toEqual({
    files: [...all, 'go.mod'].toSorted(),
    says: true,
  })
})

test('--stack names one where the repository tells of none; "none" wants no files', async () => {
  const [empty, node] = [temporaryFolder(), temporaryFolder({ 'package.json': '' })]
  await init(empty, ['--stack', 'ruby'])
  await init(node, ['--stack', 'none'])
  expect([around(empty), around(node)]).toEqual([all, ['package.json']])
})

test('where no stack is found, it is said how one is named', async () => {
  const folder = temporaryFolder()
  const { stderr } = await init(folder)
  expect({ files: around(folder), said: stderr.split('\n')[1] }).toEqual({
    files: [],
    said: 'there is no package.json, Gemfile, go.mod here: --stack node|ruby|go writes a Dockerfile and what else surrounds a service',
  })
})

test('a stack that there is none of is refused', async () => {
  const folder = temporaryFolder()
  const { code, stderr } = await init(folder, ['--stack', 'cobol'])
  expect({ code, said: stderr.split('\n')[0], written: existsSync(join(folder, '.buildkite')) }).toEqual({
    code: 2,
    said: 'kitewright init: --stack wants node, ruby, go, none, not "cobol"',
    written: false,
  })
})

test('at a terminal they are offered', async () => {
  const [one, other] = [temporaryFolder({ Gemfile: '' }), temporaryFolder({ Gemfile: '' })]
  await init(one, [], ['service', 'n', 'y'])
  await init(other, [], ['service', 'y', 'y'])
  expect([around(one), around(other)]).toEqual([['Gemfile'], ['Gemfile', ...all].toSorted()])
})

test('a preset that is no delivery surrounds nothing', async () => {
  const folder = temporaryFolder({ Gemfile: '' })
  await init(folder, ['--preset', 'empty'])
  expect(around(folder)).toEqual(['Gemfile'])
})

test('the example has what a service in Node gets', async () => {
  const folder = temporaryFolder()
  await init(folder, ['--stack', 'node'])
  expect(texts(fileURLToPath(new URL('../../../../../examples/payments', import.meta.url)))).toEqual(texts(folder))
})

function texts(folder: string): readonly string[] {
  return all.map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`)
}
