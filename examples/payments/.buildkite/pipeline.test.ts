import { simulate } from 'kitewright/simulate'
import 'kitewright/vitest'
import { expect, test } from 'vitest'
import pipeline from './pipeline.ts'

const main = { build: { branch: 'main' } }
const pullRequest = { build: { branch: 'x', pull_request: { id: '7', draft: false, labels: [] } } }

test('a pull request runs the tests and nothing else', () => {
  const run = simulate(pipeline, pullRequest)
  expect(run).toHavePassed()
  expect(run.order()).toEqual(['unit', 'integration'])
})

test('production waits for a person', () => {
  const run = simulate(pipeline, main)
  expect(run).toHavePassed('deploy-test')
  expect(run).toBeWaitingAt('deploy-to-production')
  expect(run).not.toHaveStarted('deploy-production')
})

test('a failing integration test stops the image', () => {
  const run = simulate(pipeline, { ...main, outcomes: { integration: 'failed' } })
  expect(run).toHaveFailed()
  expect(run).not.toHaveStarted('image')
  expect(run.why('image')).toMatch(/integration/)
})

test('an approval after two hours deploys', () => {
  const run = simulate(pipeline, { ...main, unblock: { 'deploy-to-production': { after: '2h' } } })
  expect(run).toHavePassed()
  expect(run).toHaveRunBefore('deploy-test', 'deploy-production')
})

test('all is tried on the test system within ten minutes', () => {
  const run = simulate(pipeline, {
    ...main,
    durations: { unit: '2m', integration: '3m', image: '5m', 'deploy-test': '2m', 'release-notes-production': '0s' },
  })
  expect(run).toFinishWithin('10m')
})

test('what it says', () => {
  expect(pipeline).toMatchPipeline(main)
})

test('what it does', () => {
  expect(pipeline).toMatchScenarios({
    'pull request': pullRequest,
    main,
    unblocked: { ...main, unblock: { 'deploy-to-production': true } },
    'failing test': { ...main, outcomes: { integration: 'failed' } },
  })
})
