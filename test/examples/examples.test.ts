import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { describeAgents, dryRun } from '../agent/agent.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { root } from '../source-files.ts'

/** The builds that goldens are kept for: the golden's name, and the flags that ask for the build. */
const builds: Readonly<Record<string, readonly string[]>> = {
  main: ['--branch', 'main'],
  'pull-request': ['--branch', 'feature/refunds', '--pull-request', '7'],
  tag: ['--branch', 'v1.2.0', '--tag', 'v1.2.0'],
  schedule: ['--branch', 'main', '--env', 'BUILDKITE_SOURCE=schedule'],
}

/** The project's own pipeline, and those of the examples, of which one is a fleet of many. */
const folders = ['', ...namesIn('examples'), ...namesIn('examples/fleet')]
  .map((name) => join(root, name, '.buildkite'))
  .filter((folder) => existsSync(folder))
const goldens = folders.flatMap((folder) =>
  existsSync(join(folder, 'golden'))
    ? readdirSync(join(folder, 'golden')).map((file) => ({ folder, file, build: file.replace('.yml', '') }))
    : [],
)

/** A service of a monorepo is asked of a build that changes it. */
const changed = ['--changed', 'examples/fleet/reporting/app.rb']

function namesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder)).map((name) => join(folder, name))
}

async function run(
  folder: string,
  ...argv: readonly string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const world = memoryWorld(folder, { BUILDKITE: 'true', BUILDKITE_COMMIT: 'f'.repeat(40) })
  return { code: await main(argv, world), ...world.printed }
}

describe.each(goldens)('$folder, $build', ({ folder, file, build }) => {
  const golden = readFileSync(join(folder, 'golden', file), 'utf8')
  const flags = [...(builds[build] ?? []), ...(folder.includes('reporting') ? changed : [])]

  test('renders its golden, which a person can read', async () => {
    expect(await run(folder, 'render', ...flags)).toEqual({ code: 0, stdout: golden, stderr: '' })
    // Everything is there to look things up in, not to be read at a glance; Acme's preset brings its services much, and
    // contracts bring five steps more.
    const readable = folder.includes('everything') ? Infinity : /org-preset|fleet/.test(folder) ? 210 : 100
    expect(golden.split('\n').length - 1).toBeLessThanOrEqual(readable)
  })

  test('raises no alarm', async () => {
    expect(await run(folder, 'check', ...flags)).toEqual({ code: 0, stdout: '', stderr: 'no problems found\n' })
  })

  describeAgents('its pipeline arrives as meant', (agent) => {
    test('as YAML and as JSON, interpolated or not', async () => {
      const env = { BUILDKITE_COMMIT: 'f'.repeat(40) }
      const yaml = await run(folder, 'render', ...flags)
      const json = await run(folder, 'render', ...flags, '--format', 'json')
      const literal = await run(folder, 'render', ...flags, '--no-interpolation')
      const arrived = dryRun(agent, [yaml.stdout, json.stdout], { env })
      expect(arrived.failed).toBe(false)
      expect(arrived.uploads[1]).toEqual(arrived.uploads[0])
      expect(dryRun(agent, [literal.stdout], { env, flags: ['--no-interpolation'] }).uploads[0]).toEqual(
        arrived.uploads[0],
      )
      expect(arrived.log).not.toMatch(/warn.*unknown/i)
    })
  })
})

test('every pipeline of the repository has goldens', () => {
  expect(new Set(goldens.map(({ folder }) => folder))).toEqual(new Set(folders))
})

test.each(folders.filter((folder) => existsSync(join(folder, 'steps.d.ts'))))(
  'the keys that an editor completes in %s are those of its steps',
  async (folder) => {
    const { stdout } = await run(folder, 'simulate', '--format', 'types')
    expect(readFileSync(join(folder, 'steps.d.ts'), 'utf8')).toBe(stdout)
  },
)
