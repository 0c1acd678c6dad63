import { expect, test } from 'vitest'
import { memoryWorld } from './memory-world.ts'
import { runProgram } from './run-program.ts'
import { limitOf, overdueWords } from './time-limits.ts'

test('a program that takes too long is ended, which is said with what to do', async () => {
  const { stderr, printed } = memoryWorld('/')
  const ended = await runProgram('sh', ['-c', 'echo begun; exec sleep 1000'], { limit: 0.3 }, stderr)
  expect({ ended, printed }).toEqual({
    ended: { status: 124, stdout: 'begun\n', stderr: '' },
    printed: {
      stdout: '',
      stderr:
        'kitewright: sh had not ended after 0.3 s, and was ended; to see what it waits for, run: sh -c echo begun; exec sleep 1000\n',
    },
  })
})

test('a program that ends in time keeps nothing waiting', async () => {
  const { stderr, printed } = memoryWorld('/')
  const ended = await runProgram('sh', ['-c', 'echo done; exit 3'], { limit: 1000 }, stderr)
  expect({ ended, printed }).toEqual({
    ended: { status: 3, stdout: 'done\n', stderr: '' },
    printed: { stdout: '', stderr: '' },
  })
})

test('each program that is called has a usual time, with words of its own', async () => {
  expect(['git', 'npm', 'buildkite-agent', 'node'].map((program) => limitOf(program, undefined, {}))).toEqual([
    60,
    600,
    300,
    undefined,
  ])
  expect(overdueWords('buildkite-agent', ['meta-data', 'keys'], 300)).toBe(
    "kitewright: buildkite-agent had not ended after 5 min, and was ended; is the agent's endpoint reachable? to see what it waits for, run: buildkite-agent meta-data keys\n",
  )
})

test('the environment gives a program another time, whatever it is run for', () => {
  const env = { KITEWRIGHT_TIME_LIMITS: 'git=300, npm=0.5 buildkite-agent=soon node=1e9 sh=99999999999' }
  const programs = ['git', 'npm', 'buildkite-agent', 'node', 'sh', 'other']
  expect(programs.map((program) => limitOf(program, 20, env))).toEqual([300, 0.5, 20, 20, 2_147_483, 20])
})
