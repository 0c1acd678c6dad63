import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeWith } from '../stack/describe-with.ts'
import { installTarball } from './install-tarball.ts'
import { checkout, type Ended, push, trialRepository, typed } from './trial-repository.ts'

// A new user's first hour, from an empty repository, with the package as it is packed.

const bin = '.buildkite/node_modules/.bin/kitewright'
const upload = 'npm ci --ignore-scripts --prefix .buildkite && .buildkite/node_modules/.bin/kitewright upload'

/** The variables of a job. */
const job = (branch: string, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  BUILDKITE: 'true',
  BUILDKITE_BRANCH: branch,
  BUILDKITE_PIPELINE_DEFAULT_BRANCH: 'main',
  BUILDKITE_PULL_REQUEST: 'false',
  ...more,
})

const pullRequest = { BUILDKITE_PULL_REQUEST: '7', BUILDKITE_PULL_REQUEST_BASE_BRANCH: 'main' }

/** The labels of the steps that would be uploaded, those of groups too. */
function labels({ code, stdout, stderr }: Ended): readonly string[] {
  if (code !== 0) throw new Error(stderr)
  if (stdout.trim() === '') return []
  const labelsOf = ({ steps = [], label }: Step): readonly string[] =>
    steps.length > 0 ? steps.flatMap(labelsOf) : [label ?? '']
  return labelsOf(JSON.parse(stdout) as Step)
}

interface Step {
  readonly label?: string
  readonly steps?: readonly Step[]
}

/** What the step in `.buildkite/pipeline.yml` runs, in the checkout of a job; nothing is sent. */
function uploaded(folder: string, env: Readonly<Record<string, string>>, flags = ''): Ended {
  const yaml = readFileSync(join(folder, '.buildkite/pipeline.yml'), 'utf8')
  expect(yaml).toContain(`command: ${upload}`)
  return typed(folder, `npm ci --silent --prefix .buildkite && ${bin} upload --dry-run ${flags}`, env)
}

describeWith('the first hour', installTarball(), ({ tarball, kitewright }) => {
  test('a Ruby service from nothing', () => {
    const folder = trialRepository(tarball, { Gemfile: "source 'https://rubygems.org'\n" })
    const set = typed(folder, `${kitewright} init --preset empty --kitewright .buildkite/kitewright.tgz`)
    const rendered = typed(folder, `${kitewright} render --format json`)
    const checked = typed(folder, `${kitewright} check --contexts`)
    push(folder, 'main')
    const clone = checkout(folder, 'main')
    expect({
      set: [set.code, set.stdout],
      rendered: labels(rendered),
      checked: [checked.code, checked.stdout],
      main: labels(uploaded(clone, job('main'))),
      pullRequest: labels(uploaded(clone, job('main', pullRequest))),
    }).toEqual({
      set: [0, ''],
      rendered: [':test_tube: Test', ':rocket: Deploy'],
      checked: [0, ''],
      main: [':test_tube: Test', ':rocket: Deploy'],
      pullRequest: [':test_tube: Test'],
    })
  })

  test('a repository with YAML, migrated', () => {
    const yaml = `steps:
  - label: ":test_tube: Unit"
    key: unit
    command: npm test
    env: { GREETING: "$$HOME" }
  - wait
  - label: ":package: Image"
    command: |-
      set -e
      docker build --tag "shop:\${BUILDKITE_COMMIT:0:7}" .
    agents: { queue: linux }
`
    const folder = trialRepository(tarball, { '.buildkite/pipeline.yml': yaml })
    const commit = { BUILDKITE_COMMIT: '0123456789'.repeat(4) }
    const before = typed(folder, `${kitewright} check`)
    const meant = typed(folder, `${kitewright} upload --dry-run .buildkite/pipeline.yml`, job('main', commit))
    const set = typed(
      folder,
      `${kitewright} init --from .buildkite/pipeline.yml --kitewright .buildkite/kitewright.tgz`,
    )
    push(folder, 'main')
    const clone = checkout(folder, 'main')
    const after = uploaded(clone, job('main', commit))
    expect({
      codes: [before.code, set.code, typed(folder, `${kitewright} check`).code],
      said: set.stderr.match(/rendered and compared: .*/)?.[0],
      uploaded: after.stdout,
      kept: readFileSync(join(clone, '.buildkite/fallback.yml'), 'utf8'),
      isThere: meant.stdout !== '',
    }).toEqual({
      codes: [0, 0, 0],
      said: 'rendered and compared: the same pipeline',
      uploaded: meant.stdout,
      kept: yaml,
      isThere: true,
    })
  })

  test('a monorepo of five services in Go, with one library', () => {
    const names = ['cart', 'orders', 'payments', 'search', 'users']
    const services = Object.fromEntries(names.map((name) => [`services/${name}/main.go`, 'package main\n']))
    const folder = trialRepository(tarball, { ...services, 'libs/money/money.go': 'package money\n', 'README.md': 'a' })
    const set = typed(folder, `${kitewright} init --preset empty --kitewright .buildkite/kitewright.tgz`)
    const first = push(folder, 'main', { '.buildkite/pipeline.ts': monorepo })
    push(folder, 'docs', { 'README.md': 'b' })
    push(folder, 'library', { 'libs/money/money.go': 'package money // b\n' })
    push(folder, 'both', { 'services/search/main.go': 'package a\n' }, { 'services/users/main.go': 'package b\n' })
    const onBranch = (branch: string): readonly string[] =>
      labels(uploaded(checkout(folder, branch), job(branch, pullRequest)))
    const pulled = { docs: onBranch('docs'), library: onBranch('library'), both: onBranch('both') }
    const second = push(
      folder,
      'main',
      { 'services/cart/main.go': 'package a\n' },
      { 'libs/money/money.go': 'package b\n' },
    )
    const onMain = labels(uploaded(checkout(folder, 'main'), job('main'), `--since ${first}`))
    push(folder, 'main', { 'README.md': 'c' })
    const docsOnMain = uploaded(checkout(folder, 'main'), job('main'), `--since ${second}`)
    expect({ set: set.code, pulled, onMain, docsOnMain }).toEqual({
      set: 0,
      pulled: { docs: [], library: ['cart', 'orders', 'payments'], both: ['search', 'users'] },
      onMain: ['cart', 'orders', 'payments'],
      docsOnMain: {
        code: 0,
        stdout: '',
        stderr: 'kitewright upload: there is nothing to run in this build, and nothing is uploaded\n',
      },
    })
  })
})

/** Three of the services use the library. */
const monorepo = `import { command, definePipeline } from 'kitewright'

const usesMoney = ['cart', 'orders', 'payments']

export default definePipeline(({ affects }) =>
  ['cart', 'orders', 'payments', 'search', 'users'].map((name) => {
    const library = usesMoney.includes(name) ? ['libs/money/**'] : []
    return affects(\`services/\${name}/**\`, ...library) && command({ label: name, command: \`go test ./services/\${name}/...\` })
  }),
)
`
