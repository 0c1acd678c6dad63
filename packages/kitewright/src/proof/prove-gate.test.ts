import { block, command, definePipeline, wait } from '@kitewright/core'
import { describe, expect, test } from 'vitest'
import { simulate } from '../simulation/simulate.ts'
import { proveGate, proveGateAsync } from './prove-gate.ts'
import type { Violation } from './prove-graphs.ts'

const unit = command({ key: 'unit', command: 'a' })
const release = block({ key: 'release', block: 'Ship', depends_on: unit })
const deploy = command({ key: 'deploy', command: 'a', depends_on: release })

const everywhere = [
  'a pull request',
  'a pull request, nothing changed',
  'a pull request from a fork',
  'a pull request from a fork, nothing changed',
  'the default branch',
  'the default branch, nothing changed',
  'another branch',
  'another branch, nothing changed',
  'a tag',
  'a tag, nothing changed',
]

test('a deploy behind a block is proved, for every kind of build', () => {
  const pipeline = definePipeline(({ build }) => (build.pull_request ? [unit] : [unit, release, deploy]))
  expect(proveGate(pipeline, 'deploy', { behind: 'release' })).toEqual({ proved: true, contexts: everywhere })
})

test('a build that the author names is proved too', () => {
  const contexts = [{ build: { branch: 'release/1' } }]
  const pipeline = definePipeline(({ build }) =>
    build.branch === 'release/1' ? [unit, command({ ...deploy, depends_on: unit })] : [unit, release, deploy],
  )
  expect(proveGate(pipeline, 'deploy', { behind: 'release' })).toMatchObject({ proved: true })
  expect(proveGate(pipeline, 'deploy', { behind: 'release', contexts })).toMatchObject({
    proved: false,
    violation: { steps: ['unit', 'deploy'] },
  })
})

function violation(pipeline: ReturnType<typeof definePipeline>): Violation {
  const proof = proveGate(pipeline, 'deploy', { behind: 'release' })
  if (proof.proved) throw new Error('it is proved')
  const run = simulate(pipeline, proof.violation.scenario)
  expect({ deploy: run.step('deploy').outcome, gate: run.step('release').outcome }).toEqual({
    deploy: 'passed',
    gate: 'neutral',
  })
  return proof.violation
}

describe('a violation is a build that can be simulated', () => {
  test('of a dependency that jumps the block', () => {
    const jumping = command({ ...deploy, depends_on: unit })
    expect(violation(definePipeline([unit, release, jumping])).explanation).toBe(
      [
        'in a pull request, step "deploy" starts though nobody continued block "release"',
        '- step "deploy" waits for step "unit": passed',
      ].join('\n'),
    )
  })

  test('of a block that a build may lack', () => {
    const onMain = block({ ...release, if: 'build.branch == "main"' })
    expect(violation(definePipeline([unit, onMain, command({ ...deploy, depends_on: onMain })])).explanation).toBe(
      [
        'in a pull request, step "deploy" starts though nobody continued block "release"',
        '- build.branch is "feature/x"',
        '- step "deploy" waits for block "release": skipped: `if` is false, build.branch is "feature/x"',
      ].join('\n'),
    )
  })

  test('of a failure that is tolerated', () => {
    const tolerant = command({ key: 'deploy', command: 'a', allow_dependency_failure: true })
    expect(
      violation(definePipeline([unit, wait(), block({ key: 'release', block: 'Ship' }), tolerant])).explanation,
    ).toContain('- step "unit" fails\n')
  })
})

test('several gates: all of them, or one of them', () => {
  const other = block({ key: 'other', block: 'Other', depends_on: [] })
  const both = definePipeline([unit, release, other, command({ ...deploy, depends_on: [release, other] })])
  const one = definePipeline([unit, release, other, deploy])
  const proved = (pipeline: typeof one, behind: Parameters<typeof proveGate>[2]['behind']) =>
    proveGate(pipeline, 'deploy', { behind }).proved
  expect([
    proved(both, ['release', 'other']),
    proved(one, ['release', 'other']),
    proved(one, { anyOf: ['release', 'other'] }),
    proved(one, 'other'),
  ]).toEqual([true, false, true, false])
})

test('a key that no build has is an error, and so is an async function', async () => {
  const pipeline = definePipeline([unit, release, deploy])
  expect(() => proveGate(pipeline, 'deplyo', { behind: 'release' })).toThrow('did you mean "deploy"?')
  expect(() => proveGate(pipeline, 'deploy', { behind: 'realease' })).toThrow('did you mean "release"?')
  const later = definePipeline(() => Promise.resolve([unit, release, deploy]))
  expect(await proveGateAsync(later, 'deploy', { behind: 'release' })).toEqual({ proved: true, contexts: everywhere })
})
