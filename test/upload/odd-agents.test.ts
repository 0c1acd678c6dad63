import { chmodSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
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
  const text = `#!/bin/sh\ncase "$1" in --version) echo "buildkite-agent version ${version}";; pipeline) ${upload};; step) exit 1;; esac\n`
  const program = join(temporaryFolder({ 'buildkite-agent': text }), 'buildkite-agent')
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
    'buildkite-agent was ended by SIGKILL; whether the upload arrived is not known: retry this job, which asks the build first',
  ],
  [
    'failing without a word',
    fakeAgent('3.137.0', 'exit 7'),
    'buildkite-agent failed: exit status 7; whether the upload arrived is not known: retry this job, which asks the build first',
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
  const waiting = "console.log('being made')\nawait new Promise((done) => setTimeout(done, 1e6))\n"
  const { code, stdout } = await runKitewright(repository({ 'pipeline.ts': `${waiting}${simple}` }), ['upload'], {
    env: api.env,
    agent: fakeAgent('3.137.0', 'exit 0'),
    cancelAt: 'being made',
  })
  expect({ code, stdout, uploads: api.uploads }).toEqual({ code: null, stdout: '', uploads: [] })
})

test('what an agent leaves running keeps no upload from ending', async () => {
  const agent = fakeAgent('3.137.0', 'sleep 1000 & echo $! > "$(dirname "$0")/left"; exit 0')
  const { code } = await runKitewright(repository(pipelineFile), ['upload'], { env: api.env, agent })
  const left = Number(readFileSync(join(dirname(agent), 'left'), 'utf8'))
  expect({ code, wasStillRunning: process.kill(left, 'SIGKILL') }).toEqual({ code: 0, wasStillRunning: true })
})
