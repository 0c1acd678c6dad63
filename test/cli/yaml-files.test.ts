import { describe, expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { describeAgents, dryRun } from '../agent/agent.ts'
import { newProject } from './project.ts'

const project = newProject()

const env = { BUILDKITE: 'true', BUILDKITE_BRANCH: 'main', BUILDKITE_COMMIT: '0'.repeat(39) + '1', QUEUE: 'fast' }

/** Runs a command line beside a `pipeline.yml`. */
async function run(
  text: string,
  line: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  project.write('pipeline.yml', text)
  const world = memoryWorld(project.folder, { ...env, ...more })
  return { code: await main(line.split(' '), world), ...world.printed }
}

const text = `env:
  TAG: git-\${BUILDKITE_COMMIT:0:3}
steps:
  - name: Unit # an older spelling
    commands: [echo $TAG $$HOME \\$HOME, make]
    agents: { queue: $QUEUE }
    timeout: 5
`

describe('a file of YAML goes through every command', () => {
  test('render prints what the agent reads the same', async () => {
    expect(await run(text, 'render pipeline.yml')).toEqual({
      code: 0,
      stdout: `env:
  TAG: git-\${BUILDKITE_COMMIT:0:3}
steps:
  - label: Unit
    command: |-
      echo $TAG $$HOME \\$HOME
      make
    agents:
      queue: "$QUEUE"
    timeout: 5
`,
      stderr: '',
    })
  })

  test('render --no-interpolation fills in what the agent would', async () => {
    const { code, stdout } = await run(text, 'render pipeline.yml --no-interpolation --format json')
    expect({ code, pipeline: JSON.parse(stdout) }).toEqual({
      code: 0,
      pipeline: {
        env: { TAG: 'git-000' },
        steps: [{ label: 'Unit', command: 'echo git-000 $HOME $HOME\nmake', agents: { queue: 'fast' }, timeout: 5 }],
      },
    })
  })

  test('upload --dry-run shows the same', async () => {
    const { code, stdout, stderr } = await run(text, 'upload pipeline.yml --dry-run')
    expect({ code, pipeline: JSON.parse(stdout), stderr }).toEqual({
      code: 0,
      pipeline: {
        env: { TAG: 'git-000' },
        steps: [{ label: 'Unit', command: 'echo git-000 $HOME $HOME\nmake', agents: { queue: 'fast' }, timeout: 5 }],
      },
      stderr: '',
    })
  })

  test('upload refuses what holds a secret, and points into the YAML without showing it', async () => {
    const { code, stdout, stderr } = await run(
      'steps:\n  - command: a\n    env: { A_TOKEN: hunter2 }\n',
      'upload pipeline.yml --dry-run',
    )
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^error\[KW4101\]: .*\n --> pipeline\.yml:3:21\n {2}\|\n3 \| {5}env: \{ A_TOKEN: \*{7} \}\n/)
  })

  test('--print-context and --raise', async () => {
    expect(JSON.parse((await run(text, 'render pipeline.yml --print-context')).stdout)).toEqual({
      env: { BUILDKITE_BRANCH: 'main', BUILDKITE_COMMIT: env.BUILDKITE_COMMIT },
    })
    const { code, stdout } = await run('steps:\n  - type: wanda\n', 'check pipeline.yml --raise KW1044')
    expect({ code, first: stdout.split(':', 1)[0] }).toEqual({ code: 1, first: 'error[KW1044]' })
  })

  test('a number that JavaScript cannot hold may be checked, but not written again', async () => {
    const large = 'steps:\n  - command: a\n    priority: 9007199254740993\n'
    const checked = await run(large, 'check pipeline.yml')
    const rendered = await run(large, 'render pipeline.yml')
    expect([checked.code, checked.stdout.split(':', 1)[0], rendered.code, rendered.stderr.split(':', 1)[0]]).toEqual([
      0,
      'warning[KW1046]',
      1,
      'error[KW1046]',
    ])
  })

  test('import says of a program that it is one', async () => {
    const { code, stdout, stderr } = await run(text, 'import pipeline.ts')
    expect({ code, stdout, first: stderr.split('\n', 1)[0] }).toEqual({
      code: 2,
      stdout: '',
      first: 'kitewright import: pipeline.ts is a program already; which file of YAML or JSON?',
    })
  })
})

describe('a stream of documents is one pipeline for each', () => {
  const stream = 'env: { A: one }\nsteps: [{ command: echo $A }]\n---\nsteps: [{ command: echo $A }]\n'

  test('render prints them all, as the agent takes them', async () => {
    expect(await run(stream, 'render pipeline.yml')).toEqual({
      code: 0,
      stdout: 'env:\n  A: one\nsteps:\n  - command: echo $A\n---\nsteps:\n  - command: echo $A\n',
      stderr: '',
    })
    const { stdout } = await run(stream, 'render pipeline.yml --no-interpolation', { A: 'two' })
    expect(stdout).toBe('env:\n  A: one\nsteps:\n  - command: echo one\n---\nsteps:\n  - command: echo one\n')
  })

  test('upload sends them in their order, and what one declares is seen by the next', async () => {
    const { code, stdout } = await run(stream, 'upload pipeline.yml --dry-run')
    expect({
      code,
      uploads: stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    }).toEqual({
      code: 0,
      uploads: [{ env: { A: 'one' }, steps: [{ command: 'echo one' }] }, { steps: [{ command: 'echo one' }] }],
    })
  })
})

describeAgents('check --agent compares YAML too', ({ program }) => {
  const withAgent = async (yaml: string, change = (stdout: string): string => stdout): Promise<unknown> => {
    project.write('pipeline.yml', yaml)
    const world = memoryWorld(project.folder, env)
    const asked: typeof world.run = async (_, args, options) => {
      const result = await world.run(program, args, options)
      return { ...result, stdout: change(result.stdout) }
    }
    const code = await main(['check', 'pipeline.yml', '--agent', '--format', 'json'], { ...world, run: asked })
    const { diagnostics } = JSON.parse(world.printed.stdout) as {
      readonly diagnostics: readonly { readonly code: string; readonly line: number; readonly column: number }[]
    }
    return { code, found: diagnostics.map((found) => `${found.code} ${found.line}:${found.column}`) }
  }

  test('and finds no difference', async () => {
    expect(await withAgent(text)).toEqual({ code: 0, found: [] })
    expect(await withAgent('steps: [{ command: a$A }]\n---\nsteps: [{ command: b }]\n')).toEqual({
      code: 0,
      found: [],
    })
  })

  test('and points at one into the YAML', async () => {
    expect(await withAgent(text, (stdout) => stdout.replace('fast', 'slow'))).toEqual({
      code: 1,
      found: ['KW9002 6:22'],
    })
  })
})

describeAgents('upload gives the agent what it makes of the YAML itself', (agent) => {
  test('whatever the texts', async () => {
    const nasty = `x: &x { soft_fail: [{ exit_status: 1 }] }
env: { A: one, B: $A-two, C: $$A }
steps:
  - <<: *x
    command: $A \${B:0:3} $$C \\$D \${D:-none} $(date) 5$
    name: $B
  - { type: wanda, image: $A }
  - group: $B
    steps:
      - { wait: ~, continue_on_failure: true }
      - { block: "\${A}?", if: 'build.tag =~ /^v[0-9]+$$/' }
`
    const { code, stdout } = await run(nasty, 'upload pipeline.yml --dry-run')
    const ours = dryRun(agent, [stdout], { env, flags: ['--no-interpolation'] })
    const theirs = dryRun(agent, [nasty], { env })
    expect({ code, failed: ours.failed, uploads: ours.uploads }).toEqual({
      code: 0,
      failed: false,
      uploads: theirs.uploads,
    })
  })
})
