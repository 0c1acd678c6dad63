import { expect, test } from 'vitest'
import { readFate } from './read-fate.ts'

const time = '2026-11-27 13:09:22'
const post = 'POST http://127.0.0.1:45523/v3/jobs/j1/pipelines?async=true'
const status = 'http://127.0.0.1:45523/v3/jobs/j1/pipelines/e37f3dec-7569-48d4-9a37-fcc34b8606dc'
const error = (words: string): string =>
  `\u001B[31m${time} ERROR \u001B[0m \u001B[0mCouldn't upload: ${words}\u001B[0m\n`
const warn = (words: string): string => `\u001B[33m${time} WARN  \u001B[0m \u001B[0m${words}\u001B[0m\n`

// As buildkite-agent 3.137.0 says it.
test.each([
  ['a 422', 'refused', error(`failed to upload and accept pipeline: ${post}: 422 Unprocessable Entity: no`)],
  ['a 401', 'refused', error(`failed to upload and accept pipeline: ${post}: 401 Unauthorized`)],
  ['a state', 'refused', error('failed to upload and process pipeline: pipeline upload rejected: no')],
  ['a failure', 'refused', error('failed to upload and process pipeline: pipeline upload failed: no')],
  [
    'a state after waiting',
    'refused',
    `${time} INFO   pipeline upload not yet applied: pending (Attempt 1/60 Retrying in 5s)\n` +
      error('failed to upload and process pipeline: pipeline upload rejected: no'),
  ],
  ['a parse error', 'refused', 'buildkite-agent: fatal: pipeline parsing of "(stdin)" failed: line 1: did not find'],
  ['a missing variable', 'refused', 'buildkite-agent: fatal: pipeline interpolation of "(stdin)" failed: $FOO: bar'],
  [
    'a secret',
    'refused',
    'buildkite-agent: fatal: pipeline "(stdin)" contains values interpolated from the following secret environment variables: [X]',
  ],
  ['no token', 'refused', 'Missing agent-access-token. See: `buildkite-agent pipeline upload --help`'],
  [
    'a 422 after a 429, which was not taken',
    'refused',
    warn(`${post}: 429 Too Many Requests: slow (Attempt 1/60 Retrying in 5s)`) +
      error(`failed to upload and accept pipeline: ${post}: 422 Unprocessable Entity: no`),
  ],
  [
    'a 422 after a 500, which may have been taken',
    'unknown',
    warn(`${post}: 500 Internal Server Error: boom (Attempt 1/60 Retrying in 5s)`) +
      error(
        `failed to upload and accept pipeline: ${post}: 422 Unprocessable Entity: The key "k" has already been used`,
      ),
  ],
  [
    'a 422 after a broken connection',
    'unknown',
    warn(`Post "http://127.0.0.1/pipelines": EOF (Attempt 1/60 Retrying in 5s)`) +
      error(`failed to upload and accept pipeline: ${post}: 422 Unprocessable Entity: no`),
  ],
  ['a 500', 'unknown', error(`failed to upload and accept pipeline: ${post}: 500 Internal Server Error: boom`)],
  ['a 408', 'unknown', error(`failed to upload and accept pipeline: ${post}: 408 Request Timeout`)],
  ['a broken connection', 'unknown', error('failed to upload and accept pipeline: Post "http://x": EOF')],
  ['a 202 to nowhere', 'unknown', error('failed to upload and accept pipeline: http: no Location header in response')],
  [
    'a state that lasts',
    'unknown',
    error('failed to upload and process pipeline: pipeline upload not yet applied: pending'),
  ],
  [
    'an unknown state',
    'unknown',
    error('failed to upload and process pipeline: unexpected pipeline upload state from API: odd'),
  ],
  [
    'a state that cannot be asked',
    'unknown',
    error(`failed to upload and process pipeline: GET ${status}: 404 Not Found`),
  ],
  ['words that nobody knows', 'unknown', 'panic: runtime error'],
  ['no words', 'unknown', ''],
])('%s is %s', (_, state, stderr) => {
  expect(readFate({ status: 1, stdout: '', stderr }).state).toBe(state)
})

test('an agent that is ended, or that cannot be started, says nothing itself', () => {
  expect(readFate({ status: 1, signal: 'SIGTERM', stdout: '', stderr: error('x') })).toEqual({
    state: 'unknown',
    said: 'buildkite-agent was ended by SIGTERM',
    isEnded: true,
  })
  expect(readFate({ stdout: '', stderr: '' })).toEqual({
    state: 'refused',
    said: 'buildkite-agent could not be started',
    isEnded: false,
  })
})

test('its reason is told in one line of bounded length', () => {
  const { said } = readFate({ status: 1, stdout: '', stderr: error(`failed: ${'x'.repeat(5000)}`) })
  expect(said).toBe(`buildkite-agent failed: failed: ${'x'.repeat(292)}… and 4708 more characters`)
  expect(readFate({ status: 7, stdout: '', stderr: '' }).said).toBe('buildkite-agent failed: exit status 7')
})
