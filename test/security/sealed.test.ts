import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { describeNodes, type NodeRun } from '../nodes/node-runs.ts'
import { root } from '../source-files.ts'
import { kitewrightBin, serviceFolder, temporaryFolder } from '../temporary-folder.ts'
import { escapes } from './escapes.ts'

let connections = 0
const server = createServer(() => connections++)
beforeAll(async () => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)))
afterAll(() => server.close())
const portOf = (): number => (server.address() as { readonly port: number }).port

const outside = temporaryFolder({
  'secret.txt': 'outside-secret',
  'secret.json': '{ "value": "outside-secret" }',
  'secret.yml': 'steps:\n  - command: outside-secret\n',
})

/** A repository with a pipeline, and links that lead out of it. */
function repository(files: Readonly<Record<string, string>>): string {
  const folder = serviceFolder({ '.git/config': '[remote]\n  url = https://outside-secret@example.com\n', ...files })
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'))
  symlinkSync(outside, join(folder, 'linked'))
  return folder
}

const env = {
  PATH: process.env['PATH'],
  TMPDIR: process.env['TMPDIR'],
  BUILDKITE: 'true',
  BUILDKITE_BRANCH: 'main',
  DEPLOY_TOKEN: 'outside-secret',
  MACHINE: 'outside-secret',
}

function run(
  node: string,
  folder: string,
  args: readonly string[],
  around: Readonly<Record<string, string>> = {},
): { code: number | null; stdout: string; stderr: string } {
  const options = { cwd: folder, env: { ...env, ...around }, encoding: 'utf8', timeout: 60_000 } as const
  const { status, stdout, stderr } = spawnSync(node, [kitewrightBin, ...args], options)
  return { code: status, stdout, stderr }
}

const head = `import fs from 'node:fs'
import net from 'node:net'
import { createRequire } from 'node:module'
import { command, definePipeline } from 'kitewright'
import { fromYaml } from 'kitewright/yaml'
const require = createRequire(import.meta.url)
`
const firstLine = head.split('\n').length + 1

/** A pipeline whose function goes through these lines. */
const trying = (lines: readonly string[]): string => `${head}export default definePipeline(async () => {
${lines.join('\n')}
  return [command({ command: 'make' })]
})
`

interface Told {
  readonly code: string
  readonly message: string
  readonly line: number
}

function toldOf(stdout: string): readonly Told[] {
  return (JSON.parse(stdout) as { readonly diagnostics: readonly Told[] }).diagnostics
}

describeNodes('a sealed run', ({ node }: NodeRun) => {
  const [major = 0] = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.slice(1).split('.').map(Number)

  test('tells what is tried at its line, though it is caught, and nothing of it is done', () => {
    const tried = escapes({ outside, port: portOf(), pid: process.pid }).filter(({ since = 0 }) => since <= major)
    const text = trying(tried.map(({ code }) => `try { ${code} } catch {}`))
    const folder = repository({ 'pipeline.mts': text, 'addon.node': 'none' })
    const before = readdirSync(folder)
    const { code, stdout, stderr } = run(node, folder, ['check', 'pipeline.mts', '--sealed', '--format', 'json'])
    const told = toldOf(stdout)
    const found = tried.map(({ name, says }, index) => ({
      name,
      // The beginning of it, without what is always said before.
      says: told
        .filter(({ line }) => line === firstLine + index)
        .map(({ message }) =>
          message.slice('the file '.length, 'the file '.length + says.replace('HERE', folder).length),
        ),
    }))
    const wanted = tried.map(({ name, says }) => ({ name, says: says === '' ? [] : [says.replace('HERE', folder)] }))
    expect(found).toEqual(wanted)
    expect({
      code,
      codes: [...new Set(told.map((each) => each.code))],
      files: readdirSync(folder),
      connections,
    }).toEqual({
      code: 1,
      codes: ['KW1052'],
      files: before,
      connections: 0,
    })
    expect(`${stdout}${stderr}`.includes('outside-secret')).toBe(false)
  })

  test.each([
    ['ends the process as if all were well', 'process.exit(0)', 'KW1028', 'the file ends the process: process.exit(0)'],
    ['ends it by an inner name', 'process.reallyExit(0)', 'KW1028', 'the file ends the process: process.reallyExit(0)'],
    [
      'hangs',
      'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)',
      'KW1030',
      'the file gave no pipeline within 1 second',
    ],
    ['never ends', 'for (;;) {}', 'KW1030', 'the file gave no pipeline within 1 second'],
    ['waits for ever', 'await new Promise(() => {})', 'KW1029', 'the file waits for a promise that never settles'],
    ['throws', "process.on('exit', () => { process.exitCode = 0 }); throw new Error('no')", 'KW1023', 'Error: no'],
    ['does not catch what it is refused', "await fetch('http://127.0.0.1')", 'KW1052', 'the file calls fetch'],
    [
      'tells its environment',
      'throw Object.keys(process.env).toSorted().join()',
      'KW1023',
      "the file threw 'BUILDKITE,BUILDKITE_BRANCH,GIVEN,LANG,LC_ALL,TZ'",
    ],
  ])('that %s gives no pipeline', (_, line, wanted, message) => {
    const folder = repository({ 'pipeline.mts': trying([line]) })
    const limit = wanted === 'KW1030' ? '1' : '60'
    const options = ['--sealed', '--timeout', limit, '--env', 'GIVEN=1', '--env', 'GIVEN_TOKEN=outside-secret']
    const { code, stdout, stderr } = run(node, folder, ['render', 'pipeline.mts', ...options])
    const [first] = stderr.split('\n')
    expect({ code, stdout, first, isQuiet: !/^ +at |outside-secret/m.test(stderr) }).toEqual({
      code: 1,
      stdout: '',
      first: `error[${wanted}]: ${message}`,
      isQuiet: true,
    })
  })

  test('gives the same twice, whatever is around it', () => {
    const folder = repository({ 'pipeline.mts': everyChance })
    const runs = [
      { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', HOME: '/', MACHINE: 'one', BUILDKITE_JOB_ID: '1' },
      { TZ: 'UTC', LC_ALL: 'C', NODE_OPTIONS: '--no-warnings', MACHINE: 'other', BUILDKITE_JOB_ID: '2' },
    ].map((around) => run(node, folder, ['render', 'pipeline.mts', '--sealed'], around))
    const [first] = runs
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(runs[1]).toEqual(first)
    // Half of it is not chance: it is said what it is.
    expect(first?.stdout).toContain('echo 946684800000 2000-01-01T00:00:00.000Z 1/1/2000 Sat Jan 01 2000')
    const told = run(node, folder, ['render', 'pipeline.mts', '--sealed'], { SOURCE_DATE_EPOCH: '1000000000' })
    expect(told.stdout).toContain('2001-09-09T01:46:40.000Z')
  })

  test.each(['everything', 'org-preset'])('of the example %s gives what it gives without', (example) => {
    const folder = exampleFolder(example)
    for (const flags of [
      ['--branch', 'main'],
      ['--pull-request', '7'],
      ['--no-interpolation', '--format', 'json'],
    ]) {
      const line = ['render', ...flags, '--commit', 'f'.repeat(40)]
      const plain = run(node, folder, line)
      expect(plain).toMatchObject({ code: 0, stderr: '' })
      expect(run(node, folder, [...line, '--sealed'])).toEqual(plain)
    }
  })

  test('is checked by the configuration that is beside it', () => {
    const text = `import { block, command, definePipeline } from 'kitewright'
export default definePipeline([
  command({ key: 'unit', command: 'make' }),
  block({ block: 'Release', key: 'release', if: 'build.message != "now"' }),
  command({ key: 'ship', command: 'make ship', depends_on: ['unit', 'release'] }),
])
`
    const config = JSON.stringify({ deploys: ['ship'], raise: ['KW3119'] })
    const folder = repository({ 'pipeline.mts': text, 'kitewright.config.json': config })
    const { code, stderr } = run(node, folder, ['render', 'pipeline.mts', '--sealed'])
    expect([code, stderr.split(':')[0]]).toEqual([1, 'error[KW3119]'])
  })

  test('is given the changed files where it asks for them', () => {
    const text = `import { command, definePipeline } from 'kitewright'
export default definePipeline(({ affects, changedFiles }) => [
  command({ label: 'Docs', command: \`docs \${(changedFiles ?? ['unknown']).join()}\` }),
  affects('src/**') && command({ label: 'Source', command: 'make' }),
])
`
    const folder = repository({ 'pipeline.mts': text })
    const known = run(node, folder, ['render', 'pipeline.mts', '--sealed', '--changed', 'other/a.rb'])
    expect(known).toEqual({ code: 0, stdout: 'steps:\n  - label: Docs\n    command: docs other/a.rb\n', stderr: '' })
    const unknown = run(node, folder, ['render', 'pipeline.mts', '--sealed'])
    expect(unknown).toMatchObject({ code: 0, stdout: expect.stringContaining('command: docs unknown\n') as unknown })
  })

  test('is uploaded, checked and kept the same way', () => {
    const lines = ['process.kill(1)']
    const folder = repository({ 'pipeline.mts': trying(lines) })
    const codes = [
      ['upload', 'pipeline.mts', '--dry-run'],
      ['check', 'pipeline.mts', '--contexts'],
      ['render', 'pipeline.mts', '--write', 'kept.yml'],
      ['render', 'pipeline.mts', '--print-context'],
    ].map((line) => {
      const { code, stdout, stderr } = run(node, folder, [...line, '--sealed'])
      return { code, told: `${stdout}${stderr}`.match(/KW\d+|process\.kill/g)?.slice(0, 2) }
    })
    expect(codes).toEqual(Array.from({ length: 4 }, () => ({ code: 1, told: ['KW1052', 'process.kill'] })))
    expect(readdirSync(folder)).not.toContain('kept.yml')
  })

  test('stands on permissions of Node, which know neither networks nor links', () => {
    const folder = repository({ 'tries.mjs': ofItself, 'addon.node': 'none' })
    const flag = permissionFlag(node)
    const { stdout } = spawnSync(node, [flag, '--no-warnings', `--allow-fs-read=${folder}/*`, 'tries.mjs'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(JSON.parse(stdout)).toEqual({
      denied: ['writes', 'reads', 'program', 'thread', 'addon', 'wasi', 'inspector', 'binding', 'hooks'],
      done: ['link', 'network'],
    })
  })
})

test('where Node has no permissions, it is not tried', async () => {
  const world = { ...memoryWorld(outside), runSealed: undefined }
  expect({ code: await main(['render', '--sealed'], world), first: world.printed.stderr.split('\n')[0] }).toEqual({
    code: 2,
    first: 'kitewright render: --sealed wants a Node that has permissions: 20.19 or newer, 22.13 or newer',
  })
})

/** Every way to a time or to chance, in a pipeline. */
const everyChance = `import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import { performance as own } from 'node:perf_hooks'
import { command, definePipeline } from 'kitewright'
class Own extends Date {}
export default definePipeline(({ build, env }) => [
  command({ label: 'Time', command: ['echo', Date.now(), new Date().toISOString(), new Intl.DateTimeFormat('en').format(), new Own().toDateString(), Date(),
    performance.now(), own.now(), performance.timeOrigin, process.hrtime(), process.hrtime.bigint(), process.uptime(), process.pid, new Event('x').timeStamp,
    new Date(2020, 6, 1).toString(), new Intl.DateTimeFormat().formatToParts().map(({ value }) => value).join('')].join(' ') }),
  command({ label: 'Chance', command: ['echo', Math.random(), Math.random(), crypto.randomUUID(), randomUUID(), randomBytes(8).toString('hex'), randomInt(1000),
    crypto.getRandomValues(new Uint32Array(2)), Buffer.allocUnsafe(64).toString('hex'), createHash('sha256').update('x').digest('hex').slice(0, 8)].join(' ') }),
  command({ label: 'Around', command: ['echo', (1234.5).toLocaleString(), JSON.stringify(process.env), JSON.stringify(env), process.argv.length, build.branch].join(' ') }),
])
`

/** What Node itself denies a script, without anything of ours. */
const ofItself = `import { createRequire } from 'node:module'
import fs from 'node:fs'
const require = createRequire(import.meta.url)
const tries = {
  writes: () => fs.writeFileSync('written', ''),
  reads: () => fs.readFileSync('/etc/hosts'),
  link: () => fs.readFileSync('link.txt'),
  program: () => { throw require('child_process').spawnSync('true').error },
  thread: () => new (require('worker_threads').Worker)('', { eval: true }),
  addon: () => process.dlopen({ exports: {} }, './addon.node'),
  wasi: () => new (require('wasi').WASI)({ version: 'preview1' }),
  inspector: () => require('inspector').open(0),
  binding: () => process.binding('tcp_wrap'),
  hooks: () => require('module').register('data:text/javascript,'),
  network: () => require('net').connect(9, '127.0.0.1').on('error', () => {}),
}
const [denied, done] = [[], []]
for (const [name, attempt] of Object.entries(tries)) {
  try { attempt(); done.push(name) } catch ({ code }) { if (/^ERR_(ACCESS_DENIED|DLOPEN_DISABLED)$/.test(code)) denied.push(name) }
}
console.log(JSON.stringify({ denied, done }))
`

function permissionFlag(node: string): string {
  const { status } = spawnSync(node, ['--permission', '--version'])
  return status === 0 ? '--permission' : '--experimental-permission'
}

/** An example as its owner keeps it, with the organisation's packages installed. */
function exampleFolder(name: string): string {
  const folder = repository({})
  const from = join(root, 'examples', name)
  cpSync(from, folder, { recursive: true, filter: (path) => basename(path) !== 'node_modules' })
  const presets = join(from, 'presets')
  if (existsSync(presets))
    cpSync(presets, join(folder, 'node_modules/@acme/presets'), {
      recursive: true,
      filter: (path) => basename(path) !== 'node_modules',
    })
  return folder
}
