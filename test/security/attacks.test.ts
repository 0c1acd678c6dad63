import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { compile, definePipeline, evaluatePipeline, readBuildContext } from '@kitewright/core'
import { defineParsed } from '@kitewright/core/import'
import { parsePipeline } from '@kitewright/core/parse'
import { expect, test } from 'vitest'
import { describeAgents, dryRun } from '../agent/agent.ts'
import { temporaryFolder } from '../temporary-folder.ts'

// Each attack is run: the real agent fills in the pipeline for a branch that an outsider has named, and a shell runs the
// command. What git takes for a branch has no blank, hence `${IFS}`.

interface Attack {
  readonly name: string
  /** What the audits tell of the vulnerable pipeline. */
  readonly code: string
  readonly vulnerable: string
  readonly mended: string
  readonly env: Readonly<Record<string, string>>
}

const branch = { BUILDKITE_BRANCH: 'x";touch${IFS}pwned;"' }
const quoted = { BUILDKITE_BRANCH: "x';touch${IFS}pwned;'" }
const substitution = { BUILDKITE_TAG: '$(touch${IFS}pwned)' }
const message = { BUILDKITE_MESSAGE: 'docs\ntouch pwned' }

const attacks: readonly Attack[] = [
  {
    name: 'a branch between double quotes, filled in at upload',
    code: 'KW6001',
    vulnerable: `echo "building $BUILDKITE_BRANCH"`,
    mended: `echo "building $$BUILDKITE_BRANCH"`,
    env: branch,
  },
  {
    name: 'a branch between single quotes, filled in at upload',
    code: 'KW6001',
    vulnerable: `echo 'building $BUILDKITE_BRANCH'`,
    mended: `echo "building $$BUILDKITE_BRANCH"`,
    env: quoted,
  },
  {
    name: 'a tag in braces, filled in at upload',
    code: 'KW6001',
    vulnerable: 'echo ${BUILDKITE_TAG:-none}',
    mended: 'echo "$${BUILDKITE_TAG:-none}"',
    env: substitution,
  },
  {
    name: 'the message of a commit, which may have lines',
    code: 'KW6001',
    vulnerable: 'echo ${BUILDKITE_MESSAGE}',
    mended: 'echo "$${BUILDKITE_MESSAGE}"',
    env: message,
  },
  {
    name: 'a branch that eval reads once more',
    code: 'KW6006',
    vulnerable: `eval "echo $$BUILDKITE_TAG"`,
    mended: `echo "$$BUILDKITE_TAG"`,
    env: substitution,
  },
  {
    name: 'a branch that sh -c reads once more',
    code: 'KW6006',
    vulnerable: `sh -c "echo $$BUILDKITE_TAG"`,
    mended: `sh -c 'echo "$$1"' _ "$$BUILDKITE_TAG"`,
    env: substitution,
  },
]

describeAgents('attacks', (agent) => {
  test.for(attacks)('$name', ({ vulnerable, mended, env, code }) => {
    const outcome = (command: string) => ({ told: told(yamlOf(command)), isPwned: isPwned(yamlOf(command), env) })
    expect({ vulnerable: outcome(vulnerable), mended: outcome(mended) }).toEqual({
      vulnerable: { told: [code], isPwned: true },
      mended: { told: [], isPwned: false },
    })
  })

  test('text of a pipeline in TypeScript is literal: no name of a branch gets into it', async () => {
    const { command } = await import('@kitewright/core')
    const { emitYaml } = await import('@kitewright/core/emit-yaml')
    const pipeline = definePipeline([command({ command: 'echo "building $BUILDKITE_BRANCH"' })])
    const context = readBuildContext({ env: {}, changedFiles: () => undefined })
    const { wire, diagnostics } = compile(await evaluatePipeline(pipeline, context))
    expect({ diagnostics, isPwned: isPwned(emitYaml(wire), branch) }).toEqual({ diagnostics: [], isPwned: false })
  })

  function isPwned(yaml: string, env: Readonly<Record<string, string>>): boolean {
    const [pipeline] = dryRun(agent, [yaml], { env }).uploads
    const [step] = (pipeline?.['steps'] ?? []) as readonly { readonly command: string }[]
    const folder = temporaryFolder({})
    spawnSync('sh', ['-c', step?.command ?? 'exit 1'], { cwd: folder, env: { PATH: process.env['PATH'], ...env } })
    return existsSync(join(folder, 'pwned'))
  }
})

const yamlOf = (command: string): string => JSON.stringify({ steps: [{ command }] })

/** The codes of what is told of a pipeline in YAML. */
function told(yaml: string): readonly string[] {
  const { pipelines } = parsePipeline(yaml)
  return pipelines.flatMap((parsed) =>
    compile(defineParsed(parsed).definition, { language: 'yaml' }).diagnostics.map(({ code }) => code),
  )
}
