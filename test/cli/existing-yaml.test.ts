import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { serviceFolder } from '../temporary-folder.ts'
import { newProject } from './project.ts'

const base = `steps:
  - name: Unit # an older spelling
    key: unit
    commands: ['echo $TAG $$HOME', make]
  - label: Image
    command: make image
    depends_on: lint
`

/** Runs a command line on a program beside \`base.yml\` and other files. */
async function run(
  line: string,
  program: string,
  files: Readonly<Record<string, string>> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const imports =
    "import { command, definePipeline, group, sequence } from 'kitewright'\nimport { fromYaml } from 'kitewright/yaml'\n"
  const folder = serviceFolder({ 'p/base.yml': base, ...files, 'p/pipeline.ts': `${imports}${program}` })
  const world = memoryWorld(folder)
  return { code: await main([...line.split(' '), 'p/pipeline.ts'], world), ...world.printed }
}

const lint = "const lint = command({ label: 'Lint', command: 'lint' })\n"

describe('YAML as a value', () => {
  test('gives its steps in its place, with what $ means in YAML; keys and dependencies go across', async () => {
    const program = `${lint}export default definePipeline([
  lint,
  fromYaml('base.yml'),
  command({ label: 'Report', command: 'echo $HOME', depends_on: 'unit' }),
])\n`
    expect(await run('render', program)).toEqual({
      code: 0,
      stdout: `steps:
  - label: Lint
    key: lint
    command: lint
  - label: Unit
    key: unit
    command: |-
      echo $TAG $$HOME
      make
  - label: Image
    command: make image
    depends_on: lint
  - label: Report
    command: echo $$HOME
    depends_on: unit
`,
      stderr: '',
    })
  })

  test('is told its problems at the line of YAML, in the words of YAML', async () => {
    const odd = "env:\n  A: '1'\nsteps:\n  - command: a\n    timeout: soon\n    key: b c\n  - wanda: x\n"
    const { code, stdout } = await run('check', "export default definePipeline([fromYaml('odd.yml')])\n", {
      'p/odd.yml': odd,
    })
    expect({ code, places: stdout.match(/^.*\[KW\d{4}\].*\n.*$/gm) }).toEqual({
      code: 1,
      places: [
        'error[KW1020]: a pipeline in a list of steps has "env" of its own\n --> p/odd.yml:2:3',
        expect.stringMatching(/^error\[KW10\d\d\]: .*\n --> p\/odd\.yml:5:14$/),
        'error[KW1008]: key "b c" has characters that a key cannot hold\n --> p/odd.yml:6:10',
        expect.stringMatching(/^error\[KW1044\]: .*\n --> p\/odd\.yml:7:5$/),
      ],
    })
  })

  test('may be the whole pipeline, or of a text that the author made', async () => {
    const whole = await run('render', "export default fromYaml('base.yml')\n")
    expect({ code: whole.code, first: whole.stdout.split('\n')[1] }).toEqual({ code: 0, first: '  - label: Unit' })
    const text =
      "export default definePipeline(() => [fromYaml.text('- command: a\\n- type: wanda', { name: 'made.yml' })])\n"
    const { code, stderr } = await run('render', text)
    expect({ code, first: stderr.split('\n').slice(0, 2) }).toEqual({
      code: 0,
      first: ['warning[KW1044]: the agent does not know the step type "wanda"', ' --> made.yml:2:3'],
    })
  })

  test('that is not there, or no YAML, is told', async () => {
    const program = "import { fromYaml } from 'kitewright/yaml'\nexport default fromYaml('none.yml')\n"
    const project = newProject({ 'p/pipeline.ts': program })
    const missing = project.run('check', 'p/pipeline.ts')
    expect({ code: missing.code, first: missing.stdout.split('\n').slice(0, 2) }).toEqual({
      code: 1,
      first: [
        `error[KW1023]: Error: fromYaml: there is no file ${join(project.folder, 'p/none.yml')}`,
        ' --> p/pipeline.ts:2:16',
      ],
    })
    const broken = await run('check', "export default definePipeline([fromYaml('broken.yml')])\n", {
      'p/broken.yml': 'steps: [\n',
    })
    expect({ code: broken.code, first: broken.stdout.split('\n').slice(0, 2) }).toEqual({
      code: 1,
      first: [expect.stringMatching(/^error\[KW1041\]: /), ' --> p/broken.yml:2:1'],
    })
  })

  test('stands in a group, a condition and a sequence', async () => {
    const program = `export default definePipeline(({ affects }) => [
  group({ group: 'A', steps: [affects('a') && fromYaml.text('- command: a\\n  key: a', { name: 'a.yml' })] }),
  sequence(command({ label: 'B', command: 'b' }), fromYaml.text('- command: c', { name: 'c.yml' })),
])\n`
    expect((await run('render', program)).stdout).toBe(`steps:
  - group: A
    steps:
      - key: a
        command: a
  - label: B
    key: b
    command: b
  - command: c
    depends_on:
      - b
`)
  })
})

describe('a pipeline in a pipeline', () => {
  test('comes in its place, asked for this build', async () => {
    const program = `${lint}const inner = definePipeline(async ({ build }) => [command({ label: build.branch, command: 'a' }), lint])
export default definePipeline(() => [inner, command({ label: 'Last', command: 'b', depends_on: lint })])\n`
    expect((await run('render --branch topic', program)).stdout).toBe(`steps:
  - label: topic
    command: a
  - label: Lint
    key: lint
    command: lint
  - label: Last
    command: b
    depends_on: lint
`)
  })

  test('in itself is a mistake', async () => {
    const program = 'const self = definePipeline(() => [self])\nexport default self\n'
    const { code, stdout } = await run('check', program)
    expect({ code, first: stdout.split('\n')[0] }).toEqual({
      code: 1,
      first: 'error[KW1012]: a pipeline stands in its own list of steps',
    })
  })

  test('may have nothing to run', async () => {
    const program = 'export default definePipeline([definePipeline(() => [])])\n'
    expect(await run('render', program)).toEqual({ code: 0, stdout: 'steps: []\n', stderr: '' })
  })
})
