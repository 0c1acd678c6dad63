import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeAgents } from '../agent/agent.ts'
import { type BuildApi, startBuildApi, type Trouble } from './build-api.ts'
import { repository, type Run, runKitewright, type RunOptions } from './run-kitewright.ts'

const header = "import { command, definePipeline } from 'kitewright'\n"
const simple = `${header}export default definePipeline([command({ label: 'Unit', command: 'true' })])`

let troubles: Trouble[]
let api: BuildApi

beforeEach(async () => {
  troubles = []
  api = await startBuildApi(() => troubles.shift())
})
afterEach(() => api.close())

const unknown = /whether the upload arrived is not known: retry this job, which asks the build first$/
const retrying = 'Retrying in 5s'

const last = ({ stderr }: Run): string => stderr.trim().split('\n').at(-1) ?? ''

describeAgents('an upload whose fate is unknown', ({ program }) => {
  const attempt = (
    folder: string,
    count: number,
    { args = [] as readonly string[], ...options }: Partial<RunOptions> & { args?: readonly string[] } = {},
  ): Promise<Run> =>
    runKitewright(folder, ['upload', ...args], {
      ...options,
      agent: program,
      env: {
        ...api.env,
        ...options.env,
        BUILDKITE_JOB_ID: api.env['BUILDKITE_JOB_ID'] ?? '',
        BUILDKITE_RETRY_COUNT: String(count),
      },
    })

  test.each<[string, Trouble]>([
    ['taken, then answered 500', { status: 500, isTaken: true }],
    ['taken, then cut off', { status: 'cut', isTaken: true }],
    ['cut off before it was taken', { status: 'cut' }],
    ['answered 503 and not taken', { status: 503 }],
  ])('%s, when the job is cancelled or killed: its retry has it once', async (_, trouble) => {
    const ends: unknown[] = []
    for (const how of ['cancelAt', 'killAt'] as const) {
      const folder = repository({ 'pipeline.ts': simple })
      troubles = [trouble]
      const env = { BUILDKITE_STEP_ID: how }
      const first = await attempt(folder, 0, { [how]: retrying, env })
      const retry = await attempt(folder, 1, { env })
      const isSaid = unknown.test(last(first))
      ends.push({ how, code: first.code, isSaid, retry: retry.code, uploads: api.uploads.length })
    }
    expect(ends).toEqual([
      { how: 'cancelAt', code: 3, isSaid: true, retry: 0, uploads: 1 },
      { how: 'killAt', code: null, isSaid: false, retry: 0, uploads: 2 },
    ])
  })

  test('taken, then never answered', async () => {
    const folder = repository({ 'pipeline.ts': simple })
    troubles = [{ status: 'silent', isTaken: true }]
    await attempt(folder, 0, { killAt: 8000 })
    const retry = await attempt(folder, 1)
    expect({ code: retry.code, uploads: api.uploads.length, last: last(retry) }).toEqual({
      code: 0,
      uploads: 1,
      last: 'kitewright upload: the build has it already: 1 step, 1 job, 1 part',
    })
  })

  test.each<[string, Trouble[]]>([
    [
      'taken, answered 500, then refused as a repetition',
      [
        { status: 500, isTaken: true },
        { status: 422, message: 'The key has been used' },
      ],
    ],
    ['taken, with a state that nobody knows', [{ status: 202, state: 'odd', isTaken: true }]],
  ])('%s: the build is asked, and has it', async (_, sequence) => {
    troubles = sequence
    const { code, stderr } = await attempt(repository({ 'pipeline.ts': simple }), 0)
    expect({ code, uploads: api.uploads.length }).toEqual({ code: 0, uploads: 1 })
    expect(stderr).toContain('kitewright upload: the pipeline is in the build already')
  })

  test.each<[string, Trouble]>([
    ['422', { status: 422, message: 'no' }],
    ['rejected', { status: 202, state: 'rejected', message: 'no' }],
    ['failed', { status: 202, state: 'failed', message: 'no' }],
  ])('is none where the server says %s: nothing was uploaded, and the next attempt is free', async (_, trouble) => {
    troubles = [trouble]
    const first = await attempt(repository({ 'pipeline.ts': simple }), 0)
    expect({ code: first.code, last: last(first) }).toEqual({
      code: 3,
      last: expect.stringMatching(
        /^kitewright upload: buildkite-agent refused the pipeline: .*: no; nothing was uploaded$/,
      ) as unknown,
    })
    const other = repository({ 'pipeline.ts': simple.replace('Unit', 'Other') })
    expect({ code: (await attempt(other, 1)).code, uploads: api.uploads.length }).toEqual({ code: 0, uploads: 1 })
  })

  test('one job uploads a file for two shards and the first once more; its retry repeats none', async () => {
    const folder = repository({
      'more.ts': `${header}export default definePipeline(({ env }) => [command({ label: String(env['SHARD']), command: 'true' })])`,
    })
    for (const count of [0, 1]) {
      for (const shard of ['1', '2', '1']) {
        const { code } = await attempt(folder, count, { args: ['.buildkite/more.ts', '--env', `SHARD=${shard}`] })
        expect(code).toBe(0)
      }
    }
    const labels = api.uploads.map(({ pipeline: { steps } }) => (steps[0] as { readonly label: string }).label)
    expect(labels).toEqual(['1', '2', '1'])
  })
})
