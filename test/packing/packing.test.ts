import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCatalogue } from '../../packages/kitewright/src/catalogue/read-catalogue.ts'
import { describeAgents } from '../agent/agent.ts'
import { internalReferences } from '../references/broken-references.ts'
import { root } from '../source-files.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { startBuildApi } from '../upload/build-api.ts'
import { type Run, runKitewright } from '../upload/run-kitewright.ts'
import { bundledPackages } from './bundled-packages.ts'
import { loadedFor } from './loaded-for.ts'
import { entryNames, pack, type Packed, type Trial, tryPackage } from '../../scripts/packing/trial.ts'

const bin = (name: string): string => join(root, 'node_modules/.bin', name)
let packed: Packed
let trial: Trial

beforeAll(() => {
  packed = pack()
  trial = tryPackage(packed.tarball, process.execPath)
}, 180_000)

const pipeline = {
  steps: [
    {
      label: ':test_tube: Test',
      key: 'test',
      command: 'echo "put the command that tests this service here"',
      timeout_in_minutes: 10,
    },
    {
      label: ':rocket: Deploy',
      command: 'echo "put the command that deploys it here"',
      depends_on: 'test',
      timeout_in_minutes: 30,
    },
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
  expect(trial.explained).toBe(readCatalogue().get('KW1002'))
})

const installed = (): string => join(trial.folder, 'node_modules/kitewright')
const read = (name: string): string => readFileSync(join(installed(), name), 'utf8')
interface BomComponent {
  readonly group?: string
  readonly name: string
  readonly version: string
  readonly purl: string
  readonly licenses: readonly { readonly license: { readonly id: string } }[]
  readonly hashes: readonly { readonly alg: string; readonly content: string }[]
}

const isMap = (file: string): boolean => file.endsWith('.map')

function packedFiles(): readonly string[] {
  return readdirSync(installed(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(installed(), join(entry.parentPath, entry.name)))
}

function bytes(of: readonly string[]): number {
  return of.reduce((sum, file) => sum + statSync(join(installed(), file)).size, 0)
}

describe('the package', () => {
  test('holds what users need, and nothing else', () => {
    const kinds = packedFiles().map((file) => file.replace(/\/[^/.]+(?=\.[^/]+$)/, '/*'))
    expect([...new Set(kinds)].toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.txt',
      'catalogue/*.md',
      'docs/*.md',
      'lib/*.d.ts',
      'lib/*.js',
      'lib/*.js.map',
      'lib/chunks/*.d.ts',
      'lib/chunks/*.js',
      'lib/chunks/*.js.map',
      'package.json',
      'sbom.cdx.json',
      'schemas/*.schema.json',
      'scripts/*.sh',
      'scripts/deploy',
      'scripts/deploy-marker',
      'starters/any/*.yaml',
      'starters/any/.dockerignore',
      'starters/any/cloudformation/*.parameters',
      'starters/any/cloudformation/*.yml',
      'starters/go/Dockerfile',
      'starters/node/Dockerfile',
      'starters/ruby/Dockerfile',
    ])
  })

  // The simulation, the prover, the documentation, the presets and their scripts are in it: each module is in one file of lib/, and each
  // page of a diagnostic in catalogue/ alone.
  test('is small, depends on tsx alone, and names nothing of the workspace', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { readonly dependencies: object }
    expect({
      isSmall: bytes(packedFiles().filter((file) => !isMap(file))) < 2_000_000,
      areMapsSmall: bytes(packedFiles().filter(isMap)) < 1_150_000,
      dependencies: Object.keys(dependencies),
      leaks: packedFiles().filter((file) => /@kitewright\//.test(read(file))),
    }).toEqual({ isSmall: true, areMapsSmall: true, dependencies: ['tsx'], leaks: [] })
  })

  test('cites no document that users do not have', () => {
    const texts = packedFiles().filter((file) => /\.(?:d\.ts|json|md)$/.test(file))
    expect(texts.filter((file) => internalReferences(read(file)).length > 0)).toEqual([])
  })

  test("is under the repository's licence", () => {
    expect(read('LICENSE')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'))
  })

  test('names each package that is bundled, with the text of its licence', () => {
    const notices = read('THIRD-PARTY-NOTICES.txt').split(/^## /m).slice(1)
    const texts = notices.map((notice) => [notice.split(' ', 1)[0], notice.slice(notice.indexOf('\n')).trim()])
    expect(Object.fromEntries(texts)).toEqual(bundledPackages())
  })

  test('runs no script when it is installed', () => {
    expect(JSON.parse(read('package.json'))).not.toHaveProperty('scripts')
    expect(packedFiles().filter((file) => file.endsWith('binding.gyp'))).toEqual([])
  })

  test('has a bill of materials that is valid, of each package that is bundled with the hash of the lock file', async () => {
    const text = read('sbom.cdx.json')
    expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)).toBe(null)
    const { components } = JSON.parse(text) as { readonly components: readonly BomComponent[] }
    const lock = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')
    const parts = components.map(({ group, name, version, purl, licenses, hashes }) => ({
      name: group === undefined ? name : `${group}/${name}`,
      isNamed: purl === `pkg:npm/${group === undefined ? '' : `${encodeURIComponent(group)}/`}${name}@${version}`,
      licences: licenses.map(({ license }) => license.id),
      isLocked: hashes.every(
        ({ alg, content }) =>
          alg === 'SHA-512' && lock.includes(`integrity: sha512-${Buffer.from(content, 'hex').toString('base64')}}`),
      ),
      hashes: hashes.length,
    }))
    const notices = [...read('THIRD-PARTY-NOTICES.txt').matchAll(/^## (\S+) (\S+) \((\S+)\)$/gm)]
    expect(parts.toSorted((one, other) => (one.name < other.name ? -1 : 1))).toEqual(
      notices
        .map(([, name = '', , licence]) => ({ name, isNamed: true, licences: [licence], isLocked: true, hashes: 1 }))
        .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    )
  })

  test('has source maps that lead to our sources, without their text, and that Node is not told of', () => {
    const maps = packedFiles().filter(isMap)
    const faults = maps.filter((file) => {
      const { sources, sourcesContent } = JSON.parse(read(file)) as Record<string, readonly string[] | undefined>
      return sourcesContent !== undefined || !sources?.every((source) => existsSync(join(root, source)))
    })
    const links = packedFiles().filter((file) => file.endsWith('.js') && read(file).includes('sourceMappingURL'))
    expect({ areThere: maps.length > 0, faults, links }).toEqual({ areThere: true, faults: [], links: [] })
  })

  test('shows where in the sources it failed', () => {
    const breaksReport = 'data:text/javascript,JSON.stringify = () => { throw new Error("broken") }'
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', breaksReport, join(installed(), 'lib/bin.js'), 'check', '--format', 'json'],
      { cwd: trial.folder, encoding: 'utf8', env: { ...process.env, KITEWRIGHT_DEBUG: '1' } },
    )
    const places = [...stderr.matchAll(/^ +at .*?([\w./-]+\.ts):\d+:\d+\)?$/gm)].map(([, file]) => file ?? '')
    expect({ status, missing: places.filter((file) => !existsSync(join(root, file))) }).toEqual({
      status: 70,
      missing: [],
    })
    expect(places).toContain('packages/kitewright/src/commands/check/check.ts')
  })
})

describe('only what a pipeline needs is loaded', () => {
  const every = ['bin', 'index', 'pipeline', 'world']
  const sound = "command({ label: 'Unit', command: 'npm test', env: { A: '1' }, retry: { automatic: true } })"

  test.each(['render', 'upload --dry-run', 'render --format json'])('a sound one, by %s', (line) => {
    expect(loadedFor(trial, sound, ...line.split(' '))).toEqual(every)
    expect(bytes(packedFiles().filter((file) => /chunks\/pipeline-.*\.js$/.test(file)))).toBeLessThan(107_000)
  })

  // The file of the checks, and the name by which it is asked for.
  test.each(["concurrency: 1, concurrency_group: 'a'", "if: 'build.tag == null'"])('one with %s', (attribute) => {
    const loaded = loadedFor(trial, `command({ command: 'a', ${attribute} })`, 'render')
    expect(loaded).toEqual([...every, 'check', 'entry'].toSorted())
  })

  test('a shell’s grammar only where somebody may ask how a command is mended', () => {
    const filled = "command({ label: 'Unit', command: interpolated('echo $BUILDKITE_BRANCH') })"
    const reads = (line: string): boolean => loadedFor(trial, filled, line).includes('shell-text')
    expect([reads('check'), reads('render')]).toEqual([true, false])
  })

  test('what proves gates only where the structure leaves one in doubt', () => {
    const gated = "block({ block: 'Ship?' }), command({ label: 'Deploy', command: 'a' })"
    const doubtful = gated.replace("'Ship?'", "'Ship?', if: 'build.tag == null'")
    const proves = (steps: string, line: string): boolean => loadedFor(trial, steps, line).includes('break-gate')
    expect([proves(doubtful, 'check'), proves(gated, 'check'), proves(doubtful, 'render')]).toEqual([
      true,
      false,
      false,
    ])
    expect(loadedFor(trial, gated, 'render')).toEqual([...every, 'check', 'entry'].toSorted())
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
        lib: ['es2023'],
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
  const publint = execFileSync(bin('publint'), ['run', packed.folder, '--strict', '--pack', 'npm'], {
    encoding: 'utf8',
  })
  expect(publint).toContain('All good!')
  execFileSync(bin('attw'), [packed.tarball, '--profile', 'esm-only', '--no-emoji'], { encoding: 'utf8' })
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
      const folder = temporaryFolder(files)
      const api = await startBuildApi()
      const elsewhere = join(trial.folder, 'node_modules/kitewright/lib/bin.js')
      const pinned = join(folder, '.buildkite/node_modules/.bin/kitewright')
      const run = (command: string, ...args: readonly string[]): Promise<Run> =>
        runKitewright(folder, args, { env: { ...npmEnvironment(), ...api.env }, agent: program, bin: command })
      const codes = [
        (await run(elsewhere, 'init', '--preset', 'empty', '--kitewright', packed.tarball)).code,
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
