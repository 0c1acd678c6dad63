import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeAgents } from '../agent/agent.ts'
import { type BuildApi, startBuildApi } from './build-api.ts'
import { repository, type Run, runKitewright } from './run-kitewright.ts'

const fallback = 'steps:\n  - command: fallback\n    key: fallback\n'
const head = "import { command, definePipeline } from 'kitewright'\n"
const end = "export default definePipeline([command({ command: 'a', key: 'a' })])\n"

let api: BuildApi

beforeEach(async () => {
  api = await startBuildApi()
})
afterEach(() => api.close())

/** Uploads a file with these lines, or its fallback. */
function upload(lines: string, agent: string, ...args: readonly string[]): Promise<Run> {
  const folder = repository({ 'pipeline.mjs': `${head}${lines}\n${end}`, 'fallback.yml': fallback })
  return runKitewright(folder, ['upload', '--fallback', '.buildkite/fallback.yml', ...args], { env: api.env, agent })
}

const firstLines = ({ stderr }: Run): string | undefined => /^error\[.*\n.*/m.exec(stderr)?.[0]
const instead = ({ code }: Run, error: string | undefined): unknown => ({
  code,
  error,
  keys: api.keys(),
  annotated: api.annotations.map(({ style, body }) => ({ style, code: /KW\d{4}/.exec(body)?.[0] })),
})

describeAgents('code that does not end by itself is ended, and the fallback uploaded', ({ program: agent }) => {
  test.each([
    ['an endless loop', 'while (true) {}'],
    ['an endless loop after a wait', 'await null\nfor (;;) {}'],
    ['a regular expression that never ends', "/^(a+)+$/.test('a'.repeat(100) + '!')"],
    ['an answer that never comes', 'await new Promise((answer) => setTimeout(answer, 1e9))'],
    ['a program that never ends', "(await import('node:child_process')).execSync('sleep 1000')"],
    ['a lock that nobody opens', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)'],
  ])('%s', async (_, lines) => {
    const run = await upload(lines, agent, '--timeout', '3')
    expect(instead(run, firstLines(run))).toEqual({
      code: 0,
      error: 'error[KW1030]: the file gave no pipeline within 3 seconds\n --> .buildkite/pipeline.mjs:1:1',
      keys: ['fallback'],
      annotated: [{ style: 'warning', code: 'KW1030' }],
    })
  })

  test.each([
    ['it ends the process', 'process.reallyExit(0)', 'process.reallyExit(0)\n --> .buildkite/pipeline.mjs:2:9'],
    ['it aborts the process', 'process.abort()', 'SIGABRT\n --> .buildkite/pipeline.mjs:1:1'],
    ['it kills the process', "process.kill(process.pid, 'SIGKILL')", 'SIGKILL\n --> .buildkite/pipeline.mjs:1:1'],
  ])('so where %s', async (_, lines, how) => {
    const run = await upload(lines, agent)
    expect(instead(run, firstLines(run))).toEqual({
      code: 0,
      error: `error[KW1028]: the file ends the process: ${how}`,
      keys: ['fallback'],
      annotated: [{ style: 'warning', code: 'KW1028' }],
    })
  })

  test('without a fallback the step fails, and the build is told', async () => {
    const folder = repository({ 'pipeline.mjs': `${head}while (true) {}\n${end}` })
    const { code, stdout } = await runKitewright(folder, ['upload', '--timeout', '2'], { env: api.env, agent })
    expect({ code, stdout, keys: api.keys(), annotated: api.annotations.map(({ style }) => style) }).toEqual({
      code: 1,
      stdout: '',
      keys: [],
      annotated: ['error'],
    })
  })

  test('what a program of the author has started ends with it', async () => {
    const lines = "import { execSync } from 'node:child_process'\nexecSync('sleep 1000 & echo $! > pid; wait')"
    const folder = repository({ 'pipeline.mjs': `${head}${lines}\n${end}`, 'fallback.yml': fallback })
    await runKitewright(folder, ['upload', '--timeout', '3'], { env: api.env, agent })
    const started = Number(readFileSync(join(folder, 'pid'), 'utf8'))
    // Where nobody waits for it any more it may be kept as a zombie.
    const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(started)], { encoding: 'utf8' })
    expect(stdout.trim().replace(/^Z.*/, '')).toBe('')
  })

  test('what the code leaves running and prints changes nothing', async () => {
    const lines = `import { spawn } from 'node:child_process'
spawn('sleep', ['1'], { stdio: 'inherit' }).unref()
setInterval(() => {}, 10)
console.log('printed')`
    const run = await upload(lines, agent)
    expect({ code: run.code, stdout: run.stdout, keys: api.keys() }).toEqual({ code: 0, stdout: '', keys: ['a'] })
  })
})

test('a limit that is no number of seconds is wrong usage', async () => {
  const folder = repository({ 'pipeline.mjs': `${head}${end}` })
  const runs = ['0', '-1', '1m', '1e9', ''].map((limit) =>
    runKitewright(folder, ['render', `--timeout=${limit}`], { env: api.env }),
  )
  expect((await Promise.all(runs)).map(({ code, stderr }) => [code, stderr.split('\n')[0]])).toEqual(
    ['0', '-1', '1m', '1e9', ''].map((limit) => [
      2,
      `kitewright render: --timeout wants a number of seconds, not "${limit}"`,
    ]),
  )
})
