import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { describeAgents } from '../agent/agent.ts'
import { internalReferences } from '../references/broken-references.ts'
import { startBuildApi } from '../upload/build-api.ts'
import { type Run, runKitewright } from '../upload/run-kitewright.ts'
import { entryNames, pack, tarball, type Trial, tryPackage } from './trial.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const bin = (name: string): string => join(root, 'node_modules/.bin', name)
let trial: Trial

beforeAll(() => {
  pack()
  trial = tryPackage(process.execPath)
}, 180_000)

const pipeline = {
  steps: [
    {
      label: ':test_tube: Test',
      key: 'test',
      command: 'echo "put the command that tests this service here"',
      timeout_in_minutes: 10,
    },
    { label: ':rocket: Deploy', command: 'echo "put the command that deploys it here"', depends_on: 'test' },
  ],
}

test('an empty repository is set up and renders', () => {
  const { rendered, renderedJson, version } = trial
  const { version: own } = JSON.parse(readFileSync(join(root, 'packages/kitewright/package.json'), 'utf8')) as Trial
  expect({ first: rendered.split('\n', 2), renderedJson, version }).toEqual({
    first: ['steps:', '  - label: ":test_tube: Test"'],
    renderedJson: pipeline,
    version: own,
  })
})

test('every entry exports what its source does', async () => {
  for (const [entry, names] of Object.entries(trial.entries)) {
    if (entry === 'kitewright/vitest') continue
    const file = entry.replace(/^kitewright\/?/, '') || 'index'
    const source = (await import(`../../packages/kitewright/src/${file}.ts`)) as object
    expect({ entry, names }).toEqual({ entry, names: Object.keys(source).toSorted() })
  }
})

test('the catalogue is packed', () => {
  expect(trial.explained).toBe(readFileSync(join(root, 'packages/kitewright/catalogue/KW1002.md'), 'utf8'))
})

const installed = (): string => join(trial.folder, 'node_modules/kitewright')

function installedFiles(): readonly string[] {
  const files = readdirSync(installed(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map((entry) => join(entry.parentPath, entry.name))
}

test('it is small, depends on tsx alone, and names nothing of the workspace', () => {
  const paths = installedFiles()
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0)
  const { dependencies } = JSON.parse(readFileSync(join(installed(), 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }
  expect({
    isSmall: bytes < 1_500_000,
    dependencies: Object.keys(dependencies),
    leaks: paths.filter((path) => /@kitewright\//.test(readFileSync(path, 'utf8'))),
  }).toEqual({ isSmall: true, dependencies: ['tsx'], leaks: [] })
})

test('no doc comment or page that users read cites a document that they do not have', () => {
  const read = installedFiles().filter((path) => /\.(?:d\.ts|json|md)$/.test(path))
  expect(read.filter((path) => internalReferences(readFileSync(path, 'utf8')).length > 0)).toEqual([])
})

const lib = (): string => join(installed(), 'lib')

/** The package's files that a run loads, without the hashes in their names; Node's own coverage lists them. */
function loadedFor(steps: string, ...args: readonly string[]): readonly string[] {
  const coverage = mkdtempSync(join(tmpdir(), 'kitewright-loaded-'))
  const file = join(trial.folder, 'loaded.mjs')
  writeFileSync(
    file,
    `import { command, definePipeline } from 'kitewright'\nexport default definePipeline([${steps}])\n`,
  )
  const env = { ...process.env, BUILDKITE: 'true', BUILDKITE_BRANCH: 'main', NODE_V8_COVERAGE: coverage }
  execFileSync(process.execPath, [join(lib(), 'bin.js'), ...args, file], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const urls = readdirSync(coverage).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(join(coverage, name), 'utf8')) as {
      result: readonly { url: string }[]
    }
    return result.map(({ url }) => url)
  })
  rmSync(coverage, { recursive: true })
  const own = urls.filter((url) => url.startsWith(pathToFileURL(lib()).href))
  return own.map((url) => basename(url).replace(/(-[\w-]{8})?\.js$/, '')).toSorted()
}

describe('only what a pipeline needs is loaded', () => {
  const every = ['bin', 'index', 'pipeline', 'run']
  const sound = "command({ label: 'Unit', command: 'npm test', env: { A: '1' }, retry: { automatic: true } })"

  test.each(['render', 'upload --dry-run', 'render --format json'])('a sound one, by %s', (line) => {
    expect(loadedFor(sound, ...line.split(' '))).toEqual(every)
    const bytes = readdirSync(join(lib(), 'chunks'), { withFileTypes: true })
      .filter(({ name }) => name.startsWith('pipeline-'))
      .reduce((sum, { name }) => sum + statSync(join(lib(), 'chunks', name)).size, 0)
    expect(bytes).toBeLessThan(90_000)
  })

  test.each([
    ['rules', "concurrency: 1, concurrency_group: 'a'", ['check']],
    ['conditions', "if: 'build.tag == null'", ['check', 'condition-rules']],
  ])('one with %s', (_, attribute, more) => {
    const loaded = loadedFor(`command({ command: 'a', ${attribute} })`, 'render')
    expect(loaded).toEqual([...every, ...more].toSorted())
  })
})

test.each(['5.9', '6', '7'])(
  'a consumer is type-checked by TypeScript %s',
  (version) => {
    const compiler = join(root, 'node_modules', version === '6' ? 'typescript' : `typescript-${version}`, 'bin/tsc')
    const imports = entryNames(trial.folder).map((name, index) => `import * as entry${index} from '${name}'`)
    const used = imports.map((_, index) => `entry${index}`).join(', ')
    writeFileSync(join(trial.folder, 'consumer.mts'), `${imports.join('\n')}\nexport default [${used}]\n`)
    for (const module of ['nodenext', 'esnext']) {
      const compilerOptions = {
        module,
        moduleResolution: module === 'esnext' ? 'bundler' : module,
        target: 'es2023',
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        allowImportingTsExtensions: true,
        noEmit: true,
      }
      const files = ['consumer.mts', '.buildkite/pipeline.ts']
      writeFileSync(join(trial.folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
      expect(failure(compiler, ['-p', '.'])).toBe('')
    }
    expect(failure(compiler, ['-p', '.buildkite'])).toBe('')
  },
  120_000,
)

/** What the compiler says, nothing if it is content. */
function failure(compiler: string, args: readonly string[]): string {
  try {
    return execFileSync(process.execPath, [compiler, ...args], { cwd: trial.folder, encoding: 'utf8' })
  } catch (error) {
    return String((error as { readonly stdout?: unknown }).stdout)
  }
}

test('publint and attw have nothing to say', () => {
  const publint = execFileSync(bin('publint'), ['run', join(root, 'dist/package'), '--strict', '--pack', 'npm'], {
    encoding: 'utf8',
  })
  expect(publint).toContain('All good!')
  execFileSync(bin('attw'), [tarball, '--profile', 'esm-only', '--no-emoji'], { encoding: 'utf8' })
}, 60_000)

const services: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Node: { 'package.json': '{ "name": "payments", "version": "1.0.0" }' },
  Ruby: { Gemfile: "source 'https://rubygems.org'\n" },
  Go: { 'go.mod': 'module example.com/payments\n' },
}

describeAgents('a new user', ({ program }) => {
  test.each(Object.entries(services))(
    'of a %s service sets it up, renders, checks and uploads',
    async (_, files) => {
      const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kitewright-service-')))
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
      const api = await startBuildApi()
      const elsewhere = join(trial.folder, 'node_modules/kitewright/lib/bin.js')
      const pinned = join(folder, '.buildkite/node_modules/.bin/kitewright')
      const run = (command: string, ...args: readonly string[]): Promise<Run> =>
        runKitewright(folder, args, { env: { ...npmEnvironment(), ...api.env }, agent: program, bin: command })
      const codes = [
        (await run(elsewhere, 'init', '--preset', 'empty', '--from', tarball)).code,
        (await run(elsewhere, 'render')).code,
        (await run(pinned, 'check')).code,
        (await run(pinned, 'upload')).code,
      ]
      await api.close()
      expect({ codes, uploads: api.uploads, files: readdirSync(folder).toSorted() }).toEqual({
        codes: [0, 0, 0, 0],
        uploads: [{ replace: false, pipeline }],
        files: ['.buildkite', ...Object.keys(files)],
      })
    },
    120_000,
  )
})

/** What npm is configured by: everything but a build's variables and the PATH, which is to have one agent. */
function npmEnvironment(): Readonly<Record<string, string>> {
  const entries = Object.entries(process.env).filter(([name]) => name !== 'PATH' && !name.startsWith('BUILDKITE'))
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? '']))
}
