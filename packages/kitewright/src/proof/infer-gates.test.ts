import { block, command, draft, type Graph, type Steps, trigger } from '@kitewright/core'
import { usualContexts } from '@kitewright/prover'
import { describe, expect, test } from 'vitest'
import { inferGates } from './infer-gates.ts'

const graphOf = (steps: Steps): Graph => draft({ value: steps, trace: {} }).graph

/** Each deploy with the blocks that are to hold it, and whether they do. */
function gatesOf(steps: Steps, deploys?: readonly string[]): Readonly<Record<string, string>> {
  const graph = graphOf(steps)
  const found = inferGates({ graphs: usualContexts.map(() => graph), contexts: usualContexts }, deploys)
  return Object.fromEntries(found.map(({ step, gates, holds }) => [step, [gates.join(' or '), holds].join(' ').trim()]))
}

const unit = command({ key: 'unit', command: 'a' })
const test_ = block({ key: 'to-test', block: 'To test?' })
const deployTest = command({ key: 'deploy-test', command: 'a' })
const production = block({ key: 'to-production', block: 'To production?' })
const deploy = command({ key: 'deploy-production', command: 'a' })
const onMain = { if: 'build.branch == "main"' }
const ship = { key: 'ship', command: 'a' }

describe('a deploy is', () => {
  test.each<[string, Steps]>([
    ['a step of that name', [command({ key: 'deploy', command: 'a' })]],
    ['one that publishes', [command({ label: ':npm: Publish', command: 'a' })]],
    ['one that triggers a pipeline of that name', [trigger({ key: 'ship', trigger: 'payments-deploy' })]],
    ['a script of that name', [command({ ...ship, command: 'bash ./scripts/deploy-all.sh prod' })]],
    ['a target of that name', [command({ ...ship, command: ['npm ci', 'npm run deploy:prod'] })]],
    ['one of the tools that change what runs somewhere', [command({ ...ship, command: 'cd infra\nterraform apply' })]],
    [
      'one of a concurrency group of production',
      [command({ ...ship, concurrency: 1, concurrency_group: 'payments/production' })],
    ],
  ])('%s', (_, steps) => {
    expect(Object.values(gatesOf(steps))).toEqual(['never'])
  })

  test.each<[string, Steps]>([
    ['a test', [command({ key: 'tests-of-deployer', command: 'npm run test:deploy' })]],
    ['one that is only tried', [command({ ...ship, command: 'helm upgrade payments ./chart --dry-run' })]],
    ['the image of a service of that name', [command({ key: 'deploy-image', command: 'scripts/docker-tag.sh' })]],
    [
      'what brings back what was before',
      [command({ ...ship, command: 'scripts/deploy prod --roll-back-unless-passed x' })],
    ],
    ['a block', [block({ key: 'deploy', block: 'Deploy?' })]],
  ])('not %s', (_, steps) => {
    expect(gatesOf(steps)).toEqual({})
  })

  test('what the team says, and nothing else', () => {
    const steps = [production, deploy, command({ ...ship, depends_on: [] }), command({ key: 'shop', command: 'a' })]
    expect(gatesOf(steps, ['sh*p'])).toEqual({ ship: 'to-production never', shop: 'to-production always' })
    expect(gatesOf(steps, [])).toEqual({})
  })
})

describe('it is held by', () => {
  test('the nearest block before it, not by an earlier one', () => {
    expect(gatesOf([unit, test_, deployTest, production, deploy])).toEqual({
      'deploy-test': 'to-test always',
      'deploy-production': 'to-production always',
    })
    const past = command({ ...deploy, depends_on: 'deploy-test' })
    expect(gatesOf([unit, test_, deployTest, production, past])).toMatchObject({
      'deploy-production': 'to-production never',
    })
  })

  test('the block that it names', () => {
    const named = command({ ...deploy, depends_on: 'to-test' })
    expect(gatesOf([unit, test_, production, named])).toEqual({ 'deploy-production': 'to-test always' })
  })

  test('a block that it waits for by way of others, wherever that stands', () => {
    const image = command({ key: 'image', command: 'a', depends_on: 'to-production' })
    const steps = [image, command({ ...deploy, depends_on: 'image' }), block({ ...production, depends_on: [] })]
    expect(gatesOf(steps)).toEqual({ 'deploy-production': 'to-production always' })
  })

  test('one of two blocks that take turns', () => {
    const other = block({ key: 'other', block: 'Other', if: 'build.branch != "main"' })
    expect(gatesOf([unit, block({ ...production, ...onMain }), other, deploy])).toEqual({
      'deploy-production': 'to-production or other always',
    })
  })

  test('a block that some builds lack, and so but for exceptions', () => {
    expect(gatesOf([unit, block({ ...production, ...onMain }), deploy])).toEqual({
      'deploy-production': 'to-production sometimes',
    })
  })

  test('nobody knows, where a condition is filled in', () => {
    const unknown = block({ ...production, if: 'pipeline.started_passing != true' })
    expect(gatesOf([unit, unknown, deploy])).toEqual({ 'deploy-production': 'to-production undecided' })
  })
})
