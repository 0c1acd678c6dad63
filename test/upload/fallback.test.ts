import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeAgents } from '../agent/agent.ts'
import { type BuildApi, startBuildApi, type Trouble } from './build-api.ts'
import { repository, type Run, runKitewright } from './run-kitewright.ts'

const faulty =
  "import { command, definePipeline } from 'kitewright'\n" +
  "export default definePipeline([command({ command: 'a', depends_on: 'nobody' })])\n"

/** A step is given a key where its author gave none to any, so that the build can be asked for it. */
const guard = expect.stringMatching(/^kitewright-part-[0-9a-f]{12}$/) as unknown

const many = (name: string): string => `  - { label: ${name}, command: a, parallelism: 300 }\n`

let trouble: Trouble | undefined
let api: BuildApi

beforeEach(async () => {
  trouble = undefined
  api = await startBuildApi(() => trouble)
})
afterEach(() => api.close())

describeAgents('upload --fallback', ({ program }) => {
  const upload = (fallback: string | undefined, env: Readonly<Record<string, string>> = {}): Promise<Run> =>
    runKitewright(
      repository({ 'pipeline.ts': faulty, ...(fallback !== undefined && { 'fallback.yml': fallback }) }),
      ['upload', '--fallback', '.buildkite/fallback.yml'],
      { env: { ...api.env, ...env }, agent: program },
    )

  test('uploads the last good rendering, filled in, and says so on the build', async () => {
    const { code } = await upload('steps:\n  - label: Unit\n    command: echo $$HOME $BUILDKITE_BRANCH\n')
    expect({ code, steps: api.uploads.map(({ pipeline }) => pipeline.steps) }).toEqual({
      code: 0,
      steps: [[{ key: guard, label: 'Unit', command: 'echo $HOME main' }]],
    })
    expect(api.annotations.map(({ style }) => style)).toEqual(['warning'])
    expect(api.annotations[0]?.body).toMatch(
      /^The pipeline could not be made\. `\.buildkite\/fallback\.yml`, as it was rendered last, was uploaded instead\.\n\n.*error KW1002/s,
    )
  })

  test('what was rendered for the main branch is not uploaded for a pull request, and the build says why', async () => {
    const folder = repository({ 'pipeline.yml': 'steps: [{ label: Deploy, command: scripts/deploy prod }]\n' })
    const args = ['render', '--branch', 'main', '--write', 'kept.yml', '.buildkite/pipeline.yml']
    await runKitewright(folder, args, { env: {} })
    const kept = readFileSync(join(folder, 'kept.yml'), 'utf8')
    const { code, stderr } = await upload(kept, { BUILDKITE_BRANCH: 'x', BUILDKITE_PULL_REQUEST: '7' })
    const why = 'this is a pull request, and .buildkite/fallback.yml was rendered for the branch main'
    expect({ code, uploads: api.uploads }).toEqual({ code: 1, uploads: [] })
    expect(stderr).toContain(`kitewright upload: no fallback is for a build like this one: ${why}\n`)
    expect(api.annotations.map(({ body }) => body)).toEqual([expect.stringContaining(`\n\n    ${why}\n`)])
  })

  test('leaves to the server what it may think of it', async () => {
    const { code } = await upload('steps:\n  - { command: a, key: a, depends_on: nobody, colour: red }\n')
    expect({ code, steps: api.uploads.map(({ pipeline }) => pipeline.steps) }).toEqual({
      code: 0,
      steps: [[{ command: 'a', key: 'a', depends_on: 'nobody', colour: 'red' }]],
    })
  })

  test('what the job has set for the agent does not reach it', async () => {
    const env = { BUILDKITE_PIPELINE_NO_INTERPOLATION: 'true', BUILDKITE_PIPELINE_UPLOAD_DRY_RUN: 'true' }
    await upload('steps:\n  - command: echo $$HOME\n', env)
    expect(api.uploads.map(({ pipeline }) => pipeline.steps)).toEqual([[{ key: guard, command: 'echo $HOME' }]])
  })

  test('a large one is split like any other', async () => {
    const { code } = await upload(`steps:\n${many('One')}  - wait\n${many('Two')}`)
    expect({ code, uploads: api.uploads.map(({ pipeline }) => pipeline.steps) }).toEqual({
      code: 0,
      uploads: [
        [
          { wait: null, key: guard },
          { label: 'Two', command: 'a', parallelism: 300 },
        ].map((step) => expect.objectContaining(step) as unknown),
        [{ key: guard, label: 'One', command: 'a', parallelism: 300 }],
      ],
    })
  })

  test.each([
    ['is broken', 'steps: [', 'error KW1041'],
    ['is empty', '', 'the file is empty'],
    ['has no steps', 'steps: []\n', 'has no steps'],
    ['wants a variable', 'steps:\n  - command: ${NO_SUCH_THING?which}\n', '\\$NO\\_SUCH\\_THING: which'],
    ['writes a secret', 'steps:\n  - command: a\n    env: { X_TOKEN: hunter2hunter2 }\n', 'error KW4101'],
    ['holds a secret of the job', 'steps:\n  - command: echo $MY_TOKEN\n', 'the value of MY\\_TOKEN'],
    ['is too large', 'steps:\n  - { command: a, parallelism: 600 }\n', 'error KW2090'],
  ])('one that %s says so beside what is wrong with the pipeline', async (_, fallback, why) => {
    const { code, stderr } = await upload(fallback, { MY_TOKEN: 'tok-123456-abc' })
    expect({ code, uploads: api.uploads, styles: api.annotations.map(({ style }) => style) }).toEqual({
      code: 1,
      uploads: [],
      styles: ['error'],
    })
    const body = api.annotations[0]?.body ?? ''
    expect(body).toMatch(
      /^The pipeline could not be made, and the fallback `\.buildkite\/fallback\.yml` could not be uploaded instead: nothing was uploaded\./,
    )
    expect(body).toContain('error KW1002')
    expect(body).toContain(why)
    expect(body).not.toMatch(/tok-123456|hunter2hunter2/)
    expect(stderr).toContain('kitewright upload: the fallback .buildkite/fallback.yml cannot be uploaded either\n')
  })

  test.each<[string, Trouble, string]>([
    [
      'is refused',
      { status: 422, message: 'step concurrency is missing' },
      '422 Unprocessable Entity: step concurrency is missing; nothing was uploaded',
    ],
    [
      'is rejected',
      { status: 202, state: 'rejected', message: 'too old' },
      'pipeline upload rejected: too old; nothing was uploaded',
    ],
    [
      'has an unknown fate',
      { status: 202, state: 'odd' },
      'unexpected pipeline upload state from API: odd; whether the upload arrived is not known: retry this job, which asks the build first',
    ],
  ])('one that %s says why beside what is wrong with the pipeline', async (_, answer, why) => {
    trouble = answer
    const { code } = await upload('steps:\n  - command: a\n')
    expect({ code, styles: api.annotations.map(({ style }) => style) }).toEqual({ code: 3, styles: ['error'] })
    const body = api.annotations[0]?.body ?? ''
    expect(body).toContain('error KW1002')
    expect(body).toContain(why)
  })

  test('one that is missing is told from the start', async () => {
    const { code, stderr } = await upload(undefined)
    expect({ code, styles: api.annotations.map(({ style }) => style) }).toEqual({ code: 1, styles: ['error'] })
    expect(stderr).toMatch(/^kitewright upload: the fallback \.buildkite\/fallback\.yml is not there/)
  })
})
