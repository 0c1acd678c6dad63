import { readBuildContext } from '@kitewright/core'
import { expect, test } from 'vitest'
import { keptText } from '../../pipeline/kept-rendering.ts'
import { chooseFallback } from './choose-fallback.ts'

const main = { BUILDKITE_BRANCH: 'main', BUILDKITE_PULL_REQUEST: 'false' }
const feature = { ...main, BUILDKITE_BRANCH: 'feature/x' }
const pull = { ...feature, BUILDKITE_PULL_REQUEST: '7' }
const repo = { BUILDKITE_REPO: 'git@github.com:acme/a.git' }
const fork = { ...pull, ...repo, BUILDKITE_PULL_REQUEST_REPO: 'https://github.com/mallory/a.git' }
const tag = { ...main, BUILDKITE_TAG: 'v1', BUILDKITE_BRANCH: 'v1' }

const kept = (env: Record<string, string>): string =>
  keptText({ pipeline: 'pipeline.ts', context: { env }, yaml: 'steps: []\n' })
const files: Readonly<Record<string, string>> = {
  '/w/main.yml': kept(main),
  '/w/pull.yml': kept(pull),
  '/w/fork.yml': kept(fork),
  '/w/tag.yml': kept(tag),
  '/w/own.yml': 'steps: []\n',
}
const choose = (env: Record<string, string>, ...names: readonly string[]) => {
  const { build } = readBuildContext({ env, changedFiles: () => undefined })
  return chooseFallback(names, build, '/w', { readText: (path) => files[path] })
}

test.each([
  [main, 'main.yml'],
  [pull, 'pull.yml'],
  [fork, 'fork.yml'],
  [tag, 'tag.yml'],
])('the one for a build like this is chosen: %j', (env, file) => {
  expect(choose(env, 'none.yml', 'tag.yml', 'main.yml', 'pull.yml', 'fork.yml')).toEqual({ file })
})

test.each([
  [pull, 'main.yml', 'this is a pull request, and main.yml was rendered for the branch main'],
  [fork, 'pull.yml', 'this is a pull request from a fork, and pull.yml was rendered for a pull request'],
  [feature, 'main.yml', 'this is the branch feature/x, and main.yml was rendered for the branch main'],
  [tag, 'main.yml', 'this is the tag v1, and main.yml was rendered for the branch main'],
  [main, 'pull.yml', 'this is the branch main, and pull.yml was rendered for a pull request'],
])('of another build it is refused: %j, %s', (env, file, refusal) => {
  expect(choose(env, file)).toEqual({ refusal })
})

test('YAML that was not rendered is taken, and what is not there is none', () => {
  expect([choose(pull, 'own.yml'), choose(pull, 'none.yml'), choose(pull)]).toEqual([{ file: 'own.yml' }, {}, {}])
})
