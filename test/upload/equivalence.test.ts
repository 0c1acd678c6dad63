import { execFileSync } from 'node:child_process'
import { compile } from '@kitewright/core'
import { emitYaml } from '@kitewright/core/emit-yaml'
import { array, assert, asyncProperty, boolean, constantFrom, record, tuple } from 'fast-check'
import { command, group, interpolated, type Interpolated, type Step } from 'kitewright'
import { expect, test } from 'vitest'
import { writeParts } from '../../packages/kitewright/src/commands/upload/write-parts.ts'
import { describeAgents, dryRun, type DryRun } from '../agent/agent.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { runs } from '../runs.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const experiment = 'interpolation-prefers-runtime-env'
const bits = array(constantFrom('a', ' ', '$', '$$', '\\', '{', '}', 'A', 'B', '$A', '${B:-x}', '€', '"', ':'), {
  maxLength: 6,
}).map((parts) => parts.join(''))
const filled = constantFrom('$A', '${B}', 'x-${C:-${A}}', '${A:0:2}$$', '$BUILDKITE_COMMIT', '${D-none}', '\\$A')
const text = tuple(bits, filled, boolean()).map(([literal, expression, isLiteral]): string | Interpolated =>
  isLiteral ? literal : interpolated(expression),
)
// Texts never empty: the agent takes an empty command or label for none, in both ways of uploading.
const written = text.map((value) => (typeof value === 'string' ? `t${value}` : value))
const names = constantFrom('A', 'B', 'C', 'D', 'E')
const env = array(tuple(names, written), { maxLength: 4 }).map((entries) => Object.fromEntries(entries))
const step = record({ label: written, command: written, env, inGroup: boolean() })
const pipeline = record({ env, steps: array(step, { minLength: 1, maxLength: 3 }) })
const runtime = record({ A: constantFrom('va', ''), C: constantFrom('vc', 'long value') }, { requiredKeys: [] })

function build(
  steps: readonly { readonly inGroup: boolean; readonly [attribute: string]: unknown }[],
): readonly Step[] {
  return steps.map(({ inGroup, ...attributes }) => {
    const made = command(attributes as never)
    return inGroup ? group({ group: 'g', steps: [made] }) : made
  })
}

const withoutLog = ({ failed, uploads }: DryRun): Omit<DryRun, 'log'> => ({ failed, uploads })

describeAgents('upload --dry-run gives the agent what render and the agent make together', (agent) => {
  test('whatever the texts, the environment, and the experiment', async () => {
    await assert(
      asyncProperty(pipeline, runtime, boolean(), async ({ env: declared, steps }, given, prefersRuntime) => {
        const value = { env: declared, steps: build(steps) }
        const compilation = compile({ value, trace: {} } as never)
        const commit = '0123456789012345678901234567890123456789'
        const jobEnv = {
          ...given,
          BUILDKITE_COMMIT: commit,
          ...(prefersRuntime && { BUILDKITE_AGENT_EXPERIMENT: experiment }),
        } as Readonly<Record<string, string>>
        const parts = await writeParts([[compilation.wire]], jobEnv, memoryWorld('/'))
        if ('code' in parts) throw new Error(parts.message)
        const ours = dryRun(agent, [parts[0]?.json ?? ''], { env: jobEnv, flags: ['--no-interpolation'] })
        const rendered = dryRun(agent, [emitYaml(compilation.wire)], { env: jobEnv })
        expect(withoutLog(ours)).toEqual(withoutLog(rendered))
        // Order matters among the pipeline's variables: each is visible to the next.
        expect(Object.keys((ours.uploads[0]?.['env'] ?? {}) as object)).toEqual(
          Object.keys((rendered.uploads[0]?.['env'] ?? {}) as object),
        )
      }),
      { numRuns: runs(20) },
    )
  })
})

test('BUILDKITE_COMMIT is what git makes of it, and stays where git fails', async () => {
  const folder = temporaryFolder()
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@y.z', ...args], { encoding: 'utf8' })
  git('init', '--quiet')
  git('commit', '--quiet', '--allow-empty', '--message', 'first')
  const { wire } = compile({
    value: [command({ command: interpolated('$BUILDKITE_COMMIT') })],
    trace: {},
  } as never)
  const filledIn = ['HEAD', 'no-such-commit'].map(async (commit) => {
    const parts = await writeParts([[wire]], { BUILDKITE_COMMIT: commit }, memoryWorld(folder))
    return 'code' in parts ? parts.message : (JSON.parse(parts[0]?.json ?? '') as { steps: unknown }).steps
  })
  expect(await Promise.all(filledIn)).toEqual([
    [{ command: git('rev-parse', 'HEAD').trim() }],
    [{ command: 'no-such-commit' }],
  ])
})
