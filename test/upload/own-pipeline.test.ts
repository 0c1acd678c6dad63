import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { describeAgents, dryRun, type Upload } from '../agent/agent.ts'
import { root } from '../source-files.ts'
import { startBuildApi } from './build-api.ts'

const read = (name: string): string => readFileSync(join(root, '.buildkite', name), 'utf8')

interface Bootstrap {
  readonly steps: readonly [{ readonly command: string }]
}

describeAgents("the project's own pipeline", (agent) => {
  test.each([
    ['main', { BUILDKITE_BRANCH: 'main', BUILDKITE_PULL_REQUEST: 'false' }],
    ['schedule', { BUILDKITE_BRANCH: 'main', BUILDKITE_PULL_REQUEST: 'false', BUILDKITE_SOURCE: 'schedule' }],
    ['pull-request', { BUILDKITE_BRANCH: 'feature/refunds', BUILDKITE_PULL_REQUEST: '7' }],
  ])('is uploaded by its first step: %s', async (golden, build) => {
    const [{ command }] = (parse(read('pipeline.yml')) as Bootstrap).steps
    const [, upload = ''] = command.split(' && ')
    const api = await startBuildApi()
    const { HOME = '', TMPDIR, PATH = '' } = process.env
    const env = { HOME, TMPDIR, PATH: [dirname(agent.program), PATH].join(delimiter), ...api.env, ...build }
    const { stdout } = await promisify(execFile)('bash', ['-e', '-c', upload], { cwd: root, env })
    await api.close()
    const [pipeline] = dryRun(agent, [read(`golden/${golden}.yml`)], { env: {} }).uploads
    expect({ stdout, uploads: api.uploads, annotations: api.annotations }).toEqual({
      stdout: '',
      uploads: [{ replace: false, pipeline: withGuard(pipeline) }],
      annotations: [],
    })
  })
})

/** A pipeline without keys is given one when it is uploaded. */
function withGuard(pipeline: Upload | undefined): unknown {
  const [first, ...others] = (pipeline?.['steps'] ?? []) as readonly object[]
  if (JSON.stringify(pipeline).includes('"key":')) return pipeline
  const key = expect.stringMatching(/^kitewright-part-[0-9a-f]{12}$/) as unknown
  return { ...pipeline, steps: [{ ...first, key }, ...others] }
}
