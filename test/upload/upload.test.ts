import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeAgents } from '../agent/agent.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { type ArrivedUpload, type BuildApi, startBuildApi } from './build-api.ts'
import { repository, type Run, runKitewright } from './run-kitewright.ts'

const header = "import { command, definePipeline, externalStep, group, interpolated, wait } from 'kitewright'\n"
const simple = `${header}export default definePipeline([
  command({ label: 'Unit', command: 'echo $HOME $$ \\\\$X', env: { IMAGE: interpolated('app:\${BUILDKITE_COMMIT:0:7}') } }),
])`
const faulty = `${header}export default definePipeline([command({ command: 'a', depends_on: 'nobody' })])`

/** A step is given a key where its author gave none to any, so that the build can be asked for it. */
const guard = expect.stringMatching(/^kitewright-part-[0-9a-f]{12}$/) as unknown

const labels = (uploads: readonly ArrivedUpload[]): readonly unknown[] =>
  uploads.toReversed().flatMap(({ pipeline }) =>
    pipeline.steps.map((step) => {
      const { label, group: name } = step as { readonly label?: string; readonly group?: string }
      return step === 'wait' || 'wait' in (step as object) ? 'wait' : (name ?? label)
    }),
  )
const count = (name: string, length: number): readonly string[] =>
  Array.from({ length }, (_, index) => `${name} ${index}`)

let refusal: { readonly status: number; readonly message: string } | undefined
let refuseFrom = 0
let api: BuildApi

beforeEach(async () => {
  refusal = undefined
  refuseFrom = 0
  let arrived = 0
  api = await startBuildApi(() => (arrived++ >= refuseFrom ? refusal : undefined))
})
afterEach(() => api.close())

describeAgents('upload', ({ program }) => {
  const upload = (
    pipeline: string,
    args: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
    files: Readonly<Record<string, string>> = {},
  ): Promise<Run> =>
    runKitewright(repository({ 'pipeline.ts': pipeline, ...files }), ['upload', ...args], {
      env: { ...api.env, ...env },
      agent: program,
    })

  test('what arrives is what the author wrote, with interpolated values filled in', async () => {
    const { code, stdout } = await upload(simple)
    expect({ code, stdout, uploads: api.uploads, annotations: api.annotations }).toEqual({
      code: 0,
      stdout: '',
      uploads: [
        {
          replace: false,
          pipeline: {
            steps: [{ key: guard, label: 'Unit', command: 'echo $HOME $$ \\$X', env: { IMAGE: 'app:0123456' } }],
          },
        },
      ],
      annotations: [],
    })
    expect([...api.metaData.keys()]).toEqual([
      expect.stringMatching(/^kitewright:upload:[0-9a-f]{8}:[0-9a-f]{16}:[0-9a-f]{8}\.1:1:[0-9a-f]{8}:[0-9a-f]{8}$/),
    ])
    expect([...api.metaData.values()]).toEqual([expect.stringMatching(/^done /)])
  })

  test('--replace arrives', async () => {
    await upload(simple, ['--replace'])
    expect(api.uploads.map(({ replace }) => replace)).toEqual([true])
  })

  test('what was sent is said in one line, and kept where a file is named', async () => {
    const folder = repository({
      'pipeline.ts': `${header}export default definePipeline([
        group({ group: 'Tests', steps: [command({ label: 'Unit', command: 'a', parallelism: 3 }), wait()] }),
        command({ label: 'Last', command: 'b' }),
      ])`,
    })
    const { stderr } = await runKitewright(folder, ['upload', '--save', 'sent/it.json'], {
      env: api.env,
      agent: program,
    })
    expect(stderr).toContain('kitewright upload: uploaded 3 steps, 4 jobs, 1 part\n')
    expect(JSON.parse(readFileSync(join(folder, 'sent/it.json'), 'utf8'))).toEqual(api.uploads[0]?.pipeline)
  })

  test('a running step uploads more, which depends on a step of the first upload', async () => {
    const more = `${header}export default definePipeline([
      command({ label: 'Smoke', command: 'smoke', depends_on: externalStep('deploy') }),
    ])`
    const folder = repository({
      'pipeline.ts': `${header}export default definePipeline([command({ key: 'deploy', command: 'deploy' })])`,
      'more.ts': more,
    })
    for (const args of [['upload'], ['upload', '.buildkite/more.ts']]) {
      await runKitewright(folder, args, { env: api.env, agent: program })
    }
    expect(api.uploads.map(({ pipeline }) => pipeline.steps)).toEqual([
      [{ key: 'deploy', command: 'deploy' }],
      [{ key: guard, label: 'Smoke', command: 'smoke', depends_on: 'deploy' }],
    ])
  })

  const large = `${header}
    const jobs = (name, count) => Array.from({ length: count }, (_, n) => command({ label: name + ' ' + n, command: 'true' }))
    export default definePipeline({ env: { A: '1' }, steps: [
      jobs('first', 300), wait(), jobs('second', 300), group({ group: 'Third', steps: jobs('third', 300) }),
    ] })`

  test('900 jobs go in two parts, the last first, each noted in the meta-data', async () => {
    const { code, stderr } = await upload(large)
    expect({ code, labels: labels(api.uploads) }).toEqual({
      code: 0,
      labels: [...count('first', 300), 'wait', ...count('second', 300), 'Third'],
    })
    expect(api.uploads.map(({ pipeline }) => pipeline['env'])).toEqual([{ A: '1' }, { A: '1' }])
    expect([...api.metaData].map(([key, value]) => [key.split(':')[5], value.split(' ')[0]])).toEqual([
      ['1', 'done'],
      ['2', 'done'],
    ])
    expect(stderr).toContain('kitewright upload: part 2 of 2 is uploaded')
  })

  test('a job that failed half-way says so, and its retry uploads the rest', async () => {
    refusal = { status: 422, message: 'jobs in the upload exceed the limit' }
    refuseFrom = 1
    const folder = repository({ 'pipeline.ts': large })
    const first = await runKitewright(folder, ['upload'], { env: api.env, agent: program })
    expect({ code: first.code, uploads: api.uploads.length }).toEqual({ code: 3, uploads: 1 })
    expect(first.stderr).toContain('jobs in the upload exceed the limit')
    expect(first.stderr).toContain('part 2 of 2 is in the build: retry this job to upload the rest')
    refusal = undefined
    const env = { ...api.env, BUILDKITE_RETRY_COUNT: '1' }
    const retry = await runKitewright(folder, ['upload'], { env, agent: program })
    expect({ code: retry.code, labels: labels(api.uploads) }).toEqual({
      code: 0,
      labels: [...count('first', 300), 'wait', ...count('second', 300), 'Third'],
    })
    const next = { ...env, BUILDKITE_RETRY_COUNT: '2' }
    const again = await runKitewright(folder, ['upload'], { env: next, agent: program })
    expect({ code: again.code, uploads: api.uploads.length }).toEqual({ code: 0, uploads: 2 })
  })

  test('a pipeline with errors annotates the build and uploads nothing', async () => {
    const { code, stderr } = await upload(faulty)
    expect({ code, uploads: api.uploads }).toEqual({ code: 1, uploads: [] })
    expect(stderr).toContain('error[KW1002]')
    expect(api.annotations.map(({ style, context }) => ({ style, context }))).toEqual([
      { style: 'error', context: 'kitewright' },
    ])
    expect(api.annotations[0]?.body).toMatch(
      /^The pipeline could not be made, and nothing was uploaded\.\n\n\*\*kitewright\*\*: 1 error\n\n\*\*error KW1002\*\*/,
    )
  })

  test('a refusal comes with its reason, exit code 3, and nothing half-done', async () => {
    refusal = { status: 422, message: 'step concurrency is missing' }
    const { code, stderr } = await upload(simple)
    expect({ code, last: stderr.trim().split('\n').at(-1), uploads: api.uploads }).toEqual({
      code: 3,
      last: expect.stringMatching(
        /^kitewright upload: buildkite-agent refused the pipeline: .* 422 Unprocessable Entity: step concurrency is missing; nothing was uploaded$/,
      ) as unknown,
      uploads: [],
    })
    expect(stderr).toContain('step concurrency is missing')
  })

  const secret = `${header}export default definePipeline(({ env }) => [command({ command: 'deploy ' + env.DEPLOY_TOKEN })])`

  test('the value of a secret is neither uploaded nor printed, unless that is wanted', async () => {
    const env = { DEPLOY_TOKEN: 'tok-123456-abc' }
    const { code, stdout, stderr } = await upload(secret, [], env)
    const dry = await upload(secret, ['--dry-run'], env)
    const told = [stdout, stderr, dry.stdout, dry.stderr, JSON.stringify(api.annotations)]
    expect({ codes: [code, dry.code], uploads: api.uploads, told: told.join('').includes('tok-123456') }).toEqual({
      codes: [1, 1],
      uploads: [],
      told: false,
    })
    expect(stderr).toContain('error[KW4091]: the pipeline holds the value of DEPLOY_TOKEN')
    const byFlag = await upload(secret, ['--env', 'DEPLOY_TOKEN=tok-123456-abc'])
    expect({ code: byFlag.code, uploads: api.uploads.length }).toEqual({ code: 1, uploads: 0 })
    expect((await upload(secret, ['--allow-secrets'], env)).code).toBe(0)
    expect(api.uploads.length).toBe(1)
  })

  test('what is thrown with a secret in it does not tell it', async () => {
    const thrown = `${header}export default definePipeline(({ env }) => { throw new Error('no: ' + env.DEPLOY_TOKEN) })`
    const { stderr } = await upload(thrown, [], { DEPLOY_TOKEN: 'tok-123456-abc' })
    const told = `${stderr}${JSON.stringify(api.annotations)}`
    expect({ secret: told.includes('tok-123456'), redacted: told.includes('[REDACTED]') }).toEqual({
      secret: false,
      redacted: true,
    })
  })

  test('a written-out value under a secret name is a diagnostic before the agent refuses it', async () => {
    const pipeline = `${header}export default definePipeline([command({ command: 'a', env: { X_TOKEN: 'vault/x' } })])`
    const { code, stderr } = await upload(pipeline)
    expect({ code, uploads: api.uploads.length }).toEqual({ code: 1, uploads: 0 })
    expect(stderr).toContain('error[KW4101]')
    expect((await upload(pipeline, ['--allow-secrets'])).code).toBe(0)
  })

  test('a value that the job does not have stops the upload', async () => {
    const pipeline = `${header}export default definePipeline([
      command({ command: 'a', agents: { queue: interpolated('\${QUEUE?which queue}') } }),
    ])`
    const { code, stderr } = await upload(pipeline)
    expect({ code, uploads: api.uploads.length, told: stderr.includes('$QUEUE: which queue') }).toEqual({
      code: 1,
      uploads: 0,
      told: true,
    })
  })

  test('nothing is left in the temporary folder', async () => {
    const folder = temporaryFolder()
    await upload(simple, [], { TMPDIR: folder, NODE_DISABLE_COMPILE_CACHE: '1' })
    expect(readdirSync(folder).filter((name) => !/^(tsx|node-compile-cache)/.test(name))).toEqual([])
  })
})

const pipelineFile = { 'pipeline.ts': simple }

test('outside a job there is nothing to upload to', async () => {
  const { code, stderr } = await runKitewright(repository(pipelineFile), ['upload'], { env: {} })
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr:
      'kitewright upload: this is not a Buildkite job: BUILDKITE_JOB_ID is not set\n' +
      '--dry-run shows what would be uploaded, `kitewright render` the same as YAML\n',
  })
}, 30_000)

test('a dry run needs neither job nor agent', async () => {
  const env = { BUILDKITE: 'true', BUILDKITE_COMMIT: '0123456789012345678901234567890123456789' }
  const { code, stdout } = await runKitewright(repository(pipelineFile), ['upload', '--dry-run'], { env })
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: '{"steps":[{"label":"Unit","command":"echo $HOME $$ \\\\$X","env":{"IMAGE":"app:0123456"}}]}\n',
  })
}, 30_000)
