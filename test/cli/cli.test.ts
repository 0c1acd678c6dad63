import { describe, expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { newProject } from './project.ts'

const files: Readonly<Record<string, string>> = {
  'good.ts': `import { command, definePipeline, interpolated } from 'kitewright'
console.log('printed by the author')
process.stdout.write('and written\\n')
export default definePipeline(({ build, env }) => [
  command({ label: build.branch, command: \`echo \${env['GREETING'] ?? 'none'} $HOME\`, env: { TAG: interpolated('git-\${BUILDKITE_COMMIT:0:3}') } }),
])
`,
  'three-mistakes.ts': `import { block, command, definePipeline } from 'kitewright'

const image = command({ label: 'Image', command: 'docker build .' })

export default definePipeline([
  image,
  command({ label: 'Deploy test', command: 'deploy test', depends_on: 'imgae' }),
  block({ block: 'Release', key: 'release it' }),
  command({
    label: 'Deploy production',
    command: 'deploy prod',
    depends_on: [
      'release it',
      command({ label: 'Smoke test', command: 'smoke' }),
    ],
  }),
])
`,
  'broken.cjs': "module.exports = require('kitewright').definePipeline(() => { throw new TypeError('no queue') })\n",
}

const project = newProject(files, { GREETING: 'hello' })
const { folder } = project

async function run(...argv: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const world = memoryWorld(folder, { BUILDKITE: 'true', BUILDKITE_BRANCH: 'main', BUILDKITE_COMMIT: 'abcdef' })
  return { code: await main(argv, world), ...world.printed }
}

test('render prints the pipeline to stdout and nothing else, what the author prints to stderr', () => {
  expect(project.run('render', 'good.ts')).toEqual({
    code: 0,
    stdout:
      'steps:\n  - label: main\n    command: echo hello $$HOME\n    env:\n      TAG: git-${BUILDKITE_COMMIT:0:3}\n',
    stderr: 'printed by the author\nand written\n',
  })
})

test('three mistakes come at once, each with its line, why, and what to do', () => {
  const { code, stdout, stderr } = project.run('render', 'three-mistakes.ts')
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toBe(`error[KW1002]: step "deploy-test" depends on "imgae", which is not in this pipeline
 --> three-mistakes.ts:7:71
  |
7 |   command({ label: 'Deploy test', command: 'deploy test', depends_on: 'imgae' }),
  |                                                                       ^^^^^^^
  = why: Buildkite refuses the upload, or waits for ever
  = help: did you mean "image"?

error[KW1008]: key "release it" has characters that a key cannot hold
 --> three-mistakes.ts:8:34
  |
8 |   block({ block: 'Release', key: 'release it' }),
  |                                  ^^^^^^^^^^^^
  = why: Buildkite takes letters, digits and _ - : . , in a key, 100 at most
  = help: write key: 'release-it'

error[KW1003]: step "deploy-production" depends on step "smoke-test", which is not in this pipeline
  --> three-mistakes.ts:14:7
   |
14 |       command({ label: 'Smoke test', command: 'smoke' }),
   |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = why: a step that is left out never runs, so Buildkite would wait for it for ever
   = note: this step is left out: three-mistakes.ts:14:7
   = help: add the step to the list, or write ifPresent(step) where the dependency is to vanish with it

3 errors
`)
})

test('check reports the same as JSON', () => {
  const { code, stdout } = project.run('check', 'three-mistakes.ts', '--format', 'json')
  expect(code).toBe(1)
  expect((JSON.parse(stdout) as { diagnostics: unknown[] }).diagnostics[0]).toEqual({
    code: 'KW1002',
    severity: 'error',
    message: 'step "deploy-test" depends on "imgae", which is not in this pipeline',
    path: ['steps', 1, 'depends_on'],
    file: 'three-mistakes.ts',
    line: 7,
    column: 71,
    endColumn: 78,
    why: 'Buildkite refuses the upload, or waits for ever',
    help: 'did you mean "image"?',
    related: [],
    fix: [
      {
        file: 'three-mistakes.ts',
        start: files['three-mistakes.ts']?.indexOf('gae'),
        end: (files['three-mistakes.ts']?.indexOf('gae') ?? 0) + 2,
        text: 'ag',
        line: 7,
        column: 74,
        endLine: 7,
        endColumn: 76,
      },
    ],
  })
})

test("an exception in the author's function is shown at its own line", () => {
  const { code, stdout, stderr } = project.run('render', 'broken.cjs')
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^error\[KW1023\]: TypeError: no queue\n --> broken\.cjs:1:69\n/)
  expect(stderr).not.toMatch(/ at .*:\d+:\d+/)
})

test("an exception in an author's getter is the author's", () => {
  const text =
    "import { command, definePipeline } from 'kitewright'\n" +
    "export default definePipeline([command({ command: 'x', raw: { a: { get b(): string { throw new Error('no b') } } } })])\n"
  project.write('getter.ts', text)
  const { code, stdout, stderr } = project.run('render', 'getter.ts')
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^error\[KW1023\]: Error: no b\n --> getter\.ts:2:/)
})

test('flags of the context win over the environment', async () => {
  const { stdout } = await run('render', 'good.ts', '--branch', 'release', '--env', 'GREETING=hi', '--no-interpolation')
  expect(stdout).toBe('steps:\n  - label: release\n    command: echo hi $HOME\n    env:\n      TAG: git-abc\n')
})

test('a context that was printed replays the same pipeline elsewhere', async () => {
  const { stdout } = await run('render', 'good.ts', '--print-context', '--branch', 'release', '--env', 'GREETING=hi')
  project.write('build.json', stdout)
  const replayed = memoryWorld(folder, {})
  expect(await main(['render', 'good.ts', '--context', 'build.json'], replayed)).toBe(0)
  expect(replayed.printed.stdout).toMatch(/label: release\n {4}command: echo hi \$\$HOME/)
})

test('a line of the author is shown without the secret in it, whatever else is said of the line', () => {
  const text =
    "import { command, definePipeline } from 'kitewright'\n" +
    "export default definePipeline([command({ label: 'a', command: 'x', plugins: ['docker'], env: { A_TOKEN: 'hunter2' } })])\n"
  project.write('written-secret.ts', text)
  const { stdout } = project.run('check', 'written-secret.ts')
  expect(stdout.match(/warning\[KW\d+\]/g)).toEqual(['warning[KW5001]', 'warning[KW4101]'])
  expect(stdout).not.toMatch(/hunter2/)
  expect(stdout.match(/A_TOKEN: \*{9} \}/g)).toHaveLength(2)
})

test('a printed context holds no secret', async () => {
  project.write(
    'secret.ts',
    "import { command, definePipeline } from 'kitewright'\n" +
      "export default definePipeline(({ env }) => [command({ label: env['A_TOKEN'] ? 'a' : 'b', command: 'x' })])\n",
  )
  const { stdout, stderr } = await run('render', 'secret.ts', '--print-context', '--env', 'A_TOKEN=hunter2')
  expect(stdout).not.toMatch(/hunter2/)
  expect(stderr).toBe('left out, as their names say they are secret: A_TOKEN\n')
})

describe('wrong usage ends with 2 and says how it is written', () => {
  test.each([
    [['rendr'], 'kitewright: there is no command "rendr"; did you mean "render"?\n'],
    [['render', '--format', 'xml'], 'kitewright render: --format wants yaml or json, not "xml"\n'],
    [['render', '--frmat'], 'kitewright render: there is no option --frmat; did you mean --format?\n'],
    [['render', 'a', 'b'], 'kitewright render: unexpected argument "b"\n'],
    [['render', '--env', 'X'], 'kitewright render: --env wants NAME=VALUE, not "X"\n'],
    [['render', '--pull-request', 'x'], 'kitewright render: --pull-request wants a number\n'],
    [['render', '--context', 'none.json'], 'kitewright render: --context: there is no file none.json\n'],
    [['check', '--audit', 'hard'], 'kitewright check: --audit wants default or strict, not "hard"\n'],
    [['explain', 'KW0000'], 'kitewright explain: there is no diagnostic "KW0000"; `kitewright explain` lists them\n'],
  ])('%j', async (argv, says) => {
    const { code, stdout, stderr } = await run(...argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.startsWith(says)).toBe(true)
  })
})

test.each(['--also', '--raise'])('%s wants codes that there are', async (flag) => {
  const { code, stderr } = await run('check', 'good.ts', flag, 'KW5', flag, 'ZZ')
  expect({ code, first: stderr.split('\n', 1)[0] }).toEqual({
    code: 2,
    first: 'kitewright check: there is no diagnostic whose code begins with "ZZ"',
  })
})

test('--audit strict asks what --also KW6 does', async () => {
  project.write(
    'download.ts',
    "import { command, definePipeline } from 'kitewright'\n" +
      "export default definePipeline([command({ label: 'a', command: 'curl -sSf https://example.com/install.sh | sh' })])\n",
  )
  const flags = [
    ['--audit', 'default'],
    ['--audit', 'strict'],
    ['--also', 'KW6'],
  ]
  const found = await Promise.all(flags.map((each) => run('check', 'download.ts', ...each)))
  expect(found.map(({ stdout }) => stdout.match(/KW6\d+/g))).toEqual([null, ['KW6010'], ['KW6010']])
})

test('what the operating system refuses is no fault of ours', async () => {
  const { code, stderr } = await run('render', 'good.ts', '--write', '.')
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: `kitewright: EISDIR: illegal operation on a directory, open '${folder}'\n`,
  })
})

test('help, version and explain go to stdout', async () => {
  expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  expect((await run('--help')).stdout).toMatch(/^ {2}render +print the pipeline/m)
  expect((await run('render', '--help')).stdout).toMatch(/examples:\n {2}kitewright render /)
  expect((await run('explain', 'kw1002')).stdout).toMatch(/^# KW1002: a dependency on a key that no step has\n/)
})
