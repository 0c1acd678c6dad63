import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { root } from '../source-files.ts'
import { serviceFolder, temporaryFolder, writeFiles } from '../temporary-folder.ts'
import { type Example, examples } from './examples.ts'

const folder = serviceFolder({
  'package.json': '{ "type": "module" }',
  'pipelines/base.yml': 'steps:\n  - label: Lint\n    key: lint\n    command: make lint\n',
  'pipelines/search.yml': 'steps:\n  - label: Search\n    command: make search\n    depends_on: lint\n',
})

const deploys = /deploy|publish|release|promote|rollout/i

/** What a step is, as far as its name or what it does says that others notice it. */
interface Step {
  readonly key?: string
  readonly label?: string
  readonly command?: unknown
  readonly trigger?: string
  readonly steps?: readonly Step[]
}

interface Simulated {
  readonly key: string
  readonly label?: string
  readonly kind: string
  readonly start?: number
}

/** Builds of pull requests: a fork's, whose branch is called as the default branch is, and one of our own. */
const contexts = {
  "a fork's": [
    '--branch',
    'main',
    '--pull-request',
    '7',
    '--env',
    'BUILDKITE_PULL_REQUEST_REPO=https://github.com/x/y',
  ],
  'our own': ['--branch', 'feature/x', '--pull-request', '8'],
}

/** The steps that deploy and start in a build, whatever blocks somebody continues in it; undefined where it has none at all. */
async function deploying(
  file: string,
  context: readonly string[],
  cwd = folder,
): Promise<readonly string[] | undefined> {
  const rendered = await run<{ readonly steps: readonly Step[] }>('render', file, context, cwd)
  if (rendered === undefined) return undefined
  const all = rendered.steps.flatMap((step) => [step, ...(step.steps ?? [])])
  const risky = all.filter(({ key, label, command, trigger }) =>
    deploys.test([key, label, JSON.stringify(command), trigger].join(' ')),
  )
  const isRisky = ({ key, label, kind }: Simulated): boolean =>
    (kind === 'command' || kind === 'trigger') &&
    (deploys.test(`${key} ${label}`) || risky.some((step) => step.key === key || (label && step.label === label)))
  let unblocked: readonly string[] = []
  for (;;) {
    const steps = await simulated(file, [...context, ...unblocked.flatMap((key) => ['--unblock', key])], cwd)
    const waiting = steps.filter(({ kind, key }) => /^(?:block|input)$/.test(kind) && !unblocked.includes(key))
    if (waiting.length === 0)
      return steps.filter((step) => step.start !== undefined && isRisky(step)).map(({ key }) => key)
    unblocked = [...unblocked, ...waiting.map(({ key }) => key)]
  }
}

async function simulated(file: string, flags: readonly string[], cwd: string): Promise<readonly Simulated[]> {
  const found = await run<{ readonly builds: readonly { readonly steps: readonly Simulated[] }[] }>(
    'simulate',
    file,
    flags,
    cwd,
  )
  return found?.builds.flatMap(({ steps }) => steps) ?? []
}

/** What a command prints as JSON; undefined where the pipeline has errors. */
async function run<Value>(
  command: string,
  file: string,
  flags: readonly string[],
  cwd: string,
): Promise<Value | undefined> {
  const world = memoryWorld(cwd, {})
  const code = await main([command, file, ...flags, '--format', 'json'], world)
  return code === 0 ? (JSON.parse(world.printed.stdout) as Value) : undefined
}

async function inEach(file: string, cwd = folder): Promise<Readonly<Record<string, unknown>>> {
  const found: Record<string, unknown> = {}
  for (const [name, context] of Object.entries(contexts)) {
    const steps = await deploying(file, context, cwd)
    if (steps !== undefined && steps.length > 0) found[name] = steps
  }
  return found
}

const shown: readonly (Example & { readonly name: string })[] = examples()
  .filter(({ text }) => deploys.test(text))
  .map((example, index) => ({ ...example, name: `example-${index}.${example.language}` }))

describe('what is shown to people deploys nothing for a pull request', () => {
  test('there are many examples that deploy', () => {
    expect(shown.length).toBeGreaterThan(50)
  })

  test.for(shown)('$place', async ({ name, text }) => {
    writeFiles(folder, { [name]: text })
    expect(await inEach(name)).toEqual({})
  })

  test.for(['payments', 'fleet/payments', 'fleet/ledger'])('examples/%s', async (service) => {
    expect(await inEach('.buildkite/pipeline.ts', join(root, 'examples', service))).toEqual({})
  })

  test.for(['service', 'empty'])('init --preset %s', async (preset) => {
    const service = temporaryFolder({}, folder)
    const world = memoryWorld(service)
    expect(await main(['init', '--preset', preset, '--no-install'], world)).toBe(0)
    expect(await inEach('.buildkite/pipeline.ts', service)).toEqual({})
    // So that the above is no empty claim.
    const onMain = await deploying('.buildkite/pipeline.ts', ['--branch', 'main'], service)
    expect([basename(service) === '', onMain]).toEqual([
      false,
      expect.arrayContaining([expect.stringMatching(deploys)]),
    ])
  })
})
