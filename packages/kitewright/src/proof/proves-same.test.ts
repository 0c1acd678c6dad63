import { block, command, definePipeline, type Pipeline, type Steps, wait } from '@kitewright/core'
import { describe, expect, test } from 'vitest'
import { simulate } from '../simulation/simulate.ts'
import { fromYaml } from '../yaml.ts'
import { provesSame, provesSameAsync } from './proves-same.ts'

const unit = command({ key: 'unit', command: 'npm test' })
const ship = block({ key: 'ship', block: 'Ship it' })
const deploy = command({ key: 'deploy', command: 'scripts/deploy prod' })
const old = definePipeline([unit, ship, deploy])

/** What is kept, and of what is weaker the story. */
function compared(one: Pipeline, other: Pipeline): object {
  const { proved, kept, weaker, newDeploys } = provesSame(one, other)
  for (const { now, violation } of weaker) {
    if (violation.scenario === undefined) continue
    expect(simulate(other, violation.scenario).step(now.step).start).toBeDefined()
  }
  return {
    proved,
    kept: kept.map(({ step, gate, now }) => `${step} ${gate} → ${now.step} ${now.gate}`),
    weaker: weaker.map(({ violation }) => violation.explanation),
    newDeploys,
  }
}

describe('the gates of the old pipeline hold in the new one', () => {
  const kept = ['deploy ship → deploy ship']
  test.each<[string, Steps]>([
    ['the same', [unit, ship, deploy]],
    ['in another order, by names', [ship, unit, command({ ...deploy, depends_on: ['ship', 'unit'] })]],
    ['by way of another step', [ship, command({ ...unit, depends_on: 'ship' }), wait(), deploy]],
    ['a deploy in fewer builds', [unit, ship, command({ ...deploy, if: 'build.branch == "main"' })]],
    ['one more block', [unit, ship, block({ key: 'again', block: 'Again' }), deploy]],
  ])('%s', (_, steps) => {
    expect(compared(old, definePipeline(steps))).toEqual({ proved: true, kept, weaker: [], newDeploys: [] })
  })

  test('in YAML, and in TypeScript', () => {
    const text = `steps:
  - { key: unit, command: npm test }
  - { block: Ship it, key: ship }
  - { key: deploy, command: scripts/deploy prod }
`
    const yaml = definePipeline([fromYaml.text(text, { name: 'pipeline.yml' })])
    expect([compared(yaml, old), compared(old, yaml)]).toEqual([
      { proved: true, kept, weaker: [], newDeploys: [] },
      { proved: true, kept, weaker: [], newDeploys: [] },
    ])
  })

  test('keys may be others', () => {
    const renamed = definePipeline([
      unit,
      block({ key: 'release', block: 'Release' }),
      command({ key: 'deploy-production', command: 'scripts/deploy prod' }),
    ])
    expect(compared(old, renamed)).toEqual({
      proved: true,
      kept: ['deploy ship → deploy-production release'],
      weaker: [],
      newDeploys: [],
    })
  })

  test('a mend makes it stronger, and the other way round it is weaker', () => {
    const hole = definePipeline([unit, block({ ...ship, if: 'build.branch == "main"' }), deploy])
    expect([compared(hole, old), compared(old, hole)]).toEqual([
      { proved: true, kept, weaker: [], newDeploys: [] },
      {
        proved: false,
        kept: [],
        weaker: [
          `in a pull request, step "deploy" starts though nobody continued block "ship"
- build.branch is "feature/x"
- step "deploy" waits for block "ship": skipped: \`if\` is false, build.branch is "feature/x"
- the pipeline before did not let it start in such a build`,
        ],
        newDeploys: [],
      },
    ])
  })
})

describe('a gate that holds no more is shown by a build', () => {
  test.each<[string, Steps, string]>([
    [
      'a dependency that jumps it',
      [unit, ship, command({ ...deploy, depends_on: 'unit' })],
      `in a pull request, step "deploy" starts though nobody continued block "ship"
- step "deploy" waits for step "unit": passed`,
    ],
    [
      'no block any more',
      [unit, deploy],
      `in a pull request, step "deploy" starts though nobody continued block "ship"
- step "deploy" waits for nothing
- there is no block "ship" in such a build`,
    ],
    [
      'a failure that is tolerated',
      [unit, ship, command({ ...deploy, allow_dependency_failure: true })],
      `in a pull request, step "deploy" starts though nobody continued block "ship"
- step "unit" fails
- step "deploy" waits for block "ship": not started: step "unit" failed with exit status 1`,
    ],
  ])('%s', (_, steps, story) => {
    expect(compared(old, definePipeline(steps))).toEqual({
      proved: false,
      kept: [],
      weaker: [`${story}\n- the pipeline before did not let it start in such a build`],
      newDeploys: [],
    })
  })

  test('only builds in which it held before count', () => {
    const onRelease = definePipeline([unit, block({ ...ship, if: 'build.branch =~ /^release/' }), deploy])
    const onOne = definePipeline([unit, block({ ...ship, if: 'build.branch == "release/1"' }), deploy])
    const { proved, weaker } = provesSame(onRelease, onOne)
    const [branch] = weaker.map(({ violation }) => violation.scenario?.build?.branch)
    expect({ proved, isRelease: branch?.startsWith('release'), isOne: branch === 'release/1' }).toEqual({
      proved: false,
      isRelease: true,
      isOne: false,
    })
    expect(provesSame(onOne, onRelease).proved).toBe(true)
  })

  test('a build that did not deploy at all before', () => {
    const onMain = definePipeline(({ build }) => (build.isTrusted() ? [unit, ship, deploy] : [unit]))
    const everywhere = definePipeline(({ build }) => (build.isTrusted() ? [unit, ship, deploy] : [unit, deploy]))
    expect(compared(onMain, everywhere)).toEqual({
      proved: false,
      kept: [],
      weaker: [
        `in a pull request, step "deploy" starts though nobody continued block "ship"
- step "deploy" waits for nothing
- there is no block "ship" in such a build
- the pipeline before did not let it start in such a build`,
      ],
      newDeploys: [],
    })
    expect(compared(everywhere, onMain)).toMatchObject({ proved: true })
  })
})

test('a deploy that the old pipeline had not is told', () => {
  const more = definePipeline([unit, command({ key: 'deploy-test', command: 'scripts/deploy test' }), ship, deploy])
  expect(compared(old, more)).toEqual({
    proved: true,
    kept: ['deploy ship → deploy ship'],
    weaker: [],
    newDeploys: ['deploy-test'],
  })
})

test('a team says which steps deploy', () => {
  const [before, after] = [
    definePipeline([unit, ship, command({ key: 'apply', command: 'make apply' })]),
    definePipeline([unit, ship, command({ key: 'apply', command: 'make apply', depends_on: 'unit' })]),
  ]
  expect([provesSame(before, after).proved, provesSame(before, after, { deploys: ['apply'] }).proved]).toEqual([
    true,
    false,
  ])
})

test('a condition that no value is known for is not decided', () => {
  const doubtful = definePipeline([unit, block({ ...ship, if: 'build.message !~ /^(?!x)x/' }), deploy])
  const [found] = provesSame(old, doubtful).weaker
  expect(found?.violation).toMatchObject({ steps: [], explanation: expect.stringContaining('not decided') as unknown })
})

test('an async function', async () => {
  const later = definePipeline(() => Promise.resolve([unit, ship, deploy]))
  expect(() => provesSame(old, later)).toThrow('async')
  expect((await provesSameAsync(old, later)).proved).toBe(true)
})
