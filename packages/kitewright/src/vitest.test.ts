import { block, command, definePipeline, input } from '@kitewright/core'
import { describe, expect, test } from 'vitest'
import { simulate } from './simulation/simulate.ts'
import './vitest.ts'

const pipeline = definePipeline([
  command({ key: 'unit', command: 'x' }),
  command({ key: 'lint', command: 'x', soft_fail: true }),
  command({ key: 'docs', command: 'x', if: 'build.branch == "docs"' }),
  block({ block: 'Go', key: 'go', depends_on: 'unit' }),
  command({ key: 'deploy', command: 'x', depends_on: 'go' }),
  input({ input: 'Notes', key: 'notes' }),
])

const usual = simulate(pipeline)
const failing = simulate(pipeline, { outcomes: { unit: 3, lint: 'failed' } })
const all = simulate(pipeline, { unblock: { go: '1h', notes: true } })

/** What a matcher says where it does not hold. */
function said(check: () => void): string {
  try {
    check()
    return 'holds'
  } catch (error) {
    return (error as Error).message
  }
}

describe('matchers hold where they should', () => {
  test('of steps', () => {
    expect(usual).toHavePassed('unit')
    expect(failing).toHaveFailed('unit')
    expect(failing).not.toHavePassed('lint')
    expect(failing).not.toHaveFailed('lint')
    expect(failing).toHaveRun('lint')
    expect(usual).toHaveStarted('unit')
    expect(usual).not.toHaveStarted('go')
    expect(all).toHaveStarted('go')
    expect(usual).not.toHaveRun('deploy')
    expect(usual).toBeSkipped('docs')
    expect(failing).not.toBeSkipped('deploy')
    expect(usual).toBeWaitingAt('go')
    expect(failing).not.toBeWaitingAt('go')
    expect(all).toHaveRunBefore('go', 'deploy')
    expect(all).not.toHaveRunBefore('deploy', 'unit')
  })

  test('of builds', () => {
    expect(usual).not.toHavePassed()
    expect(failing).toHaveFailed()
    expect(all).toHavePassed()
    expect(usual).toFinishWithin('1m')
    expect(all).not.toFinishWithin('1h')
  })
})

test.each([
  [() => expect(failing).toHavePassed('unit'), 'step "unit": failed with exit status 3'],
  [() => expect(failing).toHavePassed(), 'the build is failed at "notes"; step "unit" failed with exit status 3'],
  [() => expect(usual).toHavePassed(), 'the build is blocked at "go", at "notes"'],
  [() => expect(usual).toHaveStarted('deploy'), 'step "deploy": not started: waits for block "Go"'],
  [() => expect(usual).toBeSkipped('unit'), 'step "unit": passed'],
  [() => expect(usual).not.toBeSkipped('docs'), 'step "docs": skipped: `if` is false, build.branch is "main"'],
  [() => expect(usual).toHaveStarted('deplyo'), 'this build has no step "deplyo"; did you mean "deploy"?'],
  [() => expect(usual).not.toHaveStarted('deplyo'), 'this build has no step "deplyo"; did you mean "deploy"?'],
  [() => expect(all).toHaveRunBefore('deploy', 'unit'), 'it ended at 1h 2m, the other one started at 0s'],
  [
    () => expect(usual).toHaveRunBefore('unit', 'deploy'),
    'step "unit": passed; step "deploy": not started: waits for block "Go"',
  ],
  [() => expect(all).toFinishWithin('1h'), 'the build takes 1h 2m: unit → go → deploy'],
  [() => expect(all).toFinishWithin('soon'), '"soon" is not a duration: write seconds, or a text such as "5m"'],
])('a failure tells why', (check, message) => {
  expect(said(check)).toBe(message)
})

test('a gate is proved, or a build is shown that breaks it', () => {
  expect(pipeline).toGate('deploy', { behind: 'go' })
  expect(pipeline).not.toGate('docs', { behind: 'go' })
  expect(said(() => expect(pipeline).toGate('docs', { behind: 'go' }))).toContain(
    'in a pull request, step "docs" starts though nobody continued block "go"\n- build.branch is "docs"\n',
  )
  expect(said(() => expect(pipeline).not.toGate('deploy', { behind: 'go' }))).toMatch(
    /^it is proved for a pull request; /,
  )
})
