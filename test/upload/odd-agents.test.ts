import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BuildApi, startBuildApi } from './build-api.ts'
import { repository, runKitewright } from './run-kitewright.ts'

const simple =
  "import { command, definePipeline } from 'kitewright'\nexport default definePipeline([command({ command: 'a' })])\n"

let api: BuildApi

beforeEach(async () => {
  api = await startBuildApi(() => undefined)
})
afterEach(() => api.close())

/** A program that behaves like an agent as far as `--version` and one upload go. */
function fakeAgent(version: string, upload: string): string {
  const program = join(mkdtempSync(join(tmpdir(), 'kitewright-fake-')), 'buildkite-agent')
  writeFileSync(
    program,
    `#!/bin/sh\ncase "$1" in --version) echo "buildkite-agent version ${version}";; pipeline) ${upload};; esac\n`,
  )
  chmodSync(program, 0o755)
  return program
}

const pipelineFile = { 'pipeline.ts': simple }

test.each([
  ['missing', undefined, 'buildkite-agent could not be started: there is none on the PATH of this job'],
  ['too old', fakeAgent('3.20.0+x', 'exit 0'), 'buildkite-agent 3.20.0+x is too old: 3.83 or newer is needed'],
  [
    'killed',
    fakeAgent('3.137.0', 'kill -9 $$'),
    'buildkite-agent was ended by SIGKILL; whether the upload arrived is not known',
  ],
  [
    'failing without a word',
    fakeAgent('3.137.0', 'exit 7'),
    'buildkite-agent refused or failed (exit status 7); nothing was uploaded',
  ],
])(
  'an agent that is %s: exit code 3 and why',
  async (_, agent, why) => {
    const { code, stdout, stderr } = await runKitewright(repository(pipelineFile), ['upload'], { env: api.env, agent })
    expect({ code, stdout, last: stderr.trim().split('\n').at(-1) }).toEqual({
      code: 3,
      stdout: '',
      last: `kitewright upload: ${why}`,
    })
  },
  30_000,
)

test('what the agent says is passed on without the secrets in it, though they come in pieces', async () => {
  const agent = fakeAgent('3.137.0', 'printf "token hunter2" >&2; sleep 0.3; echo "hunter2, whole" >&2; exit 1')
  const env = { ...api.env, MY_SECRET: 'hunter2hunter2' }
  const { stderr } = await runKitewright(repository(pipelineFile), ['upload'], { env, agent })
  expect(stderr).toContain('token [REDACTED], whole\n')
})

test('a job that is cancelled while its pipeline is made uploads nothing', async () => {
  const folder = repository({ 'pipeline.ts': `await new Promise((done) => setTimeout(done, 3000))\n${simple}` })
  const started = performance.now()
  const { code, stdout } = await runKitewright(folder, ['upload'], {
    env: api.env,
    agent: fakeAgent('3.137.0', 'exit 0'),
    killAfter: 1500,
  })
  expect({ code, stdout, uploads: api.uploads, isSoon: performance.now() - started < 2800 }).toEqual({
    code: null,
    stdout: '',
    uploads: [],
    isSoon: true,
  })
})

test('what an agent leaves running keeps no upload from ending', async () => {
  const agent = fakeAgent('3.137.0', 'sleep 8 & exit 0')
  const started = performance.now()
  const { code } = await runKitewright(repository(pipelineFile), ['upload'], { env: api.env, agent })
  expect({ code, isSoon: performance.now() - started < 7000 }).toEqual({ code: 0, isSoon: true })
})
