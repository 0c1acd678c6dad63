import type { Log } from 'sarif'
import { describe, expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import type { ProcessResult, RunOptions } from '../../packages/kitewright/src/world/world.ts'
import { agents, describeAgents } from '../agent/agent.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { serviceFolder } from '../temporary-folder.ts'

const files: Readonly<Record<string, string>> = {
  'faulty.ts': `import { command, definePipeline } from 'kitewright'

const lint = command({ key: 'lint', command: 'lint' })

export default definePipeline([
  lint,
  command({ ...lint, if: 'build.branch == "main" && build.tga == null' }),
  command({ label: '\`Unit\` <b>', command: 'npm test', plugins: ['docker'] }),
])
`,
  'sound.ts': `import { command, definePipeline, group, interpolated, wait } from 'kitewright'

export default definePipeline({
  env: { REGISTRY: 'registry.example.com' },
  steps: [
    command({
      label: 'Docs',
      command: ['echo $HOME', 'make docs'],
      if_changed: 'docs/**',
      env: { TAG: interpolated('\${REGISTRY}/\${BUILDKITE_COMMIT:0:7}'), RETRIES: 3 },
      plugins: ['docker#v5.13.0'],
      secrets: ['NPM_TOKEN'],
    }),
    wait(),
    group({ group: 'Units', steps: [command({ label: 'Unit {{matrix}}', command: 'npm test', matrix: ['a', 'b'] })] }),
  ],
})
`,
}

const folder = serviceFolder(files)

type Run = (program: string, args: readonly string[], given?: RunOptions) => Promise<ProcessResult>

/** Runs \`kitewright check\` with something else for other programs. */
async function check(argv: readonly string[], run?: Run): Promise<{ code: number; stdout: string; stderr: string }> {
  const world = memoryWorld(folder, {
    BUILDKITE: 'true',
    BUILDKITE_BRANCH: 'main',
    BUILDKITE_COMMIT: 'HEAD',
    // The line on what could be mended has tests of its own.
    KITEWRIGHT_MENDED: '1',
  })
  const code = await main(['check', ...argv], run ? { ...world, run } : world)
  return { code, ...world.printed }
}

test('--format sarif has no results where nothing is wrong', async () => {
  const { stdout } = await check(['sound.ts', '--format', 'sarif'])
  const log = JSON.parse(stdout) as Log
  expect(log.runs[0]?.results).toEqual([])
})

test('--format sarif names each rule by its title', async () => {
  const { stdout } = await check(['faulty.ts', '--format', 'sarif'])
  const log = JSON.parse(stdout) as Log
  expect(log.runs[0]?.tool.driver.rules).toEqual([
    { id: 'KW1001', shortDescription: { text: 'a key is used twice' } },
    { id: 'KW3202', shortDescription: { text: 'a variable or function of a condition that does not exist' } },
    { id: 'KW5001', shortDescription: { text: 'a plugin without a version' } },
  ])
})

describe('--annotate', () => {
  test('hands the report to the agent, in the style of the worst', async () => {
    const calls: unknown[] = []
    const { code, stderr } = await check(['faulty.ts', '--annotate'], async (program, args, given) => {
      calls.push([program, ...args, given?.input?.split('\n', 1)[0]])
      return { status: 0, stdout: '', stderr: '' }
    })
    expect({ code, stderr, calls }).toEqual({
      code: 1,
      stderr: '',
      calls: [
        [
          'buildkite-agent',
          'annotate',
          '--context',
          'kitewright',
          '--style',
          'error',
          '**kitewright**: 2 errors, 1 warning',
        ],
      ],
    })
  })

  test('says nothing where nothing is wrong', async () => {
    const { code, stderr } = await check(['sound.ts', '--annotate'], async () => {
      throw new Error('not to be called')
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'no problems found\n' })
  })
})

describe('--agent', () => {
  test('fails as the outside world does where there is no agent', async () => {
    const result = await check(['sound.ts', '--agent'], async () => ({ stdout: '', stderr: '' }))
    expect(result).toEqual({
      code: 3,
      stdout: '',
      stderr:
        'no problems found\nkitewright check: buildkite-agent could not be started: is it installed, and in PATH?\n',
    })
  })

  test('reports what the agent would upload otherwise', async () => {
    const { code, stdout } = await check(['sound.ts', '--agent', '--format', 'json'], async () => ({
      status: 0,
      stdout: JSON.stringify({ env: { REGISTRY: 'other' }, steps: [] }),
      stderr: '',
    }))
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string; message: string }[] }
    expect({ code, first: diagnostics.map((each) => `${each.code} ${each.message}`).toSorted()[0] }).toEqual({
      code: 1,
      first:
        'KW9002 the agent would upload something else than is written: ' +
        'env.REGISTRY is "other", not "registry.example.com"',
    })
  })

  test('reports why the agent refuses', async () => {
    const { code, stdout } = await check(['sound.ts', '--agent', '--format', 'json'], async () => ({
      status: 1,
      stdout: '',
      stderr: '2026-01-01 00:00:00 INFO   Reading\nfatal: no such step\n',
    }))
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string; message: string }[] }
    expect([code, diagnostics.map(({ code: found, message }) => `${found} ${message}`)]).toEqual([
      1,
      ['KW9001 the agent refuses the pipeline: no such step'],
    ])
  })
})

describeAgents('--agent', ({ program }) => {
  test('finds no difference in a pipeline of every kind of text', async () => {
    const { run } = memoryWorld(folder)
    const result = await check(['sound.ts', '--agent'], (_, args, given) => run(program, args, given))
    expect({ ...result, agents: agents.length > 0 }).toEqual({
      code: 0,
      stdout: '',
      stderr: 'no problems found\n',
      agents: true,
    })
  })
})
