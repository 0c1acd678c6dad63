import { spawnSync } from 'node:child_process'
import { readdirSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeNodes, type NodeRun } from '../nodes/node-runs.ts'
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
  ...args: readonly string[]
): { code: number | null; stdout: string; stderr: string } {
  const options = { cwd: folder, env, encoding: 'utf8', timeout: 60_000 } as const
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
    const { code, stdout, stderr } = run(node, folder, 'check', 'pipeline.mts', '--sealed', '--format', 'json')
    const told = toldOf(stdout)
    const found = tried.map(({ name }, index) => ({
      name,
      says: told.filter(({ line }) => line === firstLine + index).map((each) => each.message),
    }))
    expect(found).toEqual(
      tried.map(({ name, says }) => ({
        name,
        says: says === '' ? [] : [expect.stringContaining(`the file ${says.replace('HERE', folder)}`) as unknown],
      })),
    )
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
    const { code, stdout, stderr } = run(node, folder, 'render', 'pipeline.mts', ...options)
    const [first] = stderr.split('\n')
    expect({ code, stdout, first, isQuiet: !/^ +at |outside-secret/m.test(stderr) }).toEqual({
      code: 1,
      stdout: '',
      first: `error[${wanted}]: ${message}`,
      isQuiet: true,
    })
  })
})
