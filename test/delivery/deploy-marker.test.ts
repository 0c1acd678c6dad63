import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { type MarkerServers, secrets, startMarkerServers } from './marker-servers.ts'
import { programFolder } from './program-folder.ts'
import { type Ended, serviceRepository } from './service-repository.ts'

const servers: MarkerServers = await startMarkerServers()
afterAll(servers.stop)
beforeEach(() => {
  for (const list of [servers.taken, servers.refused, servers.answers]) list.length = 0
})

const repository = serviceRepository('payments')
const previous = repository.commit('Before')
repository.commit('Rounds "half" to even\\odd')
const commit = repository.commit('Second')
/** 27 November 2026, 21:34:32. */
const seconds = 1_795_815_272
const script = '.buildkite/scripts/deploy-marker'

/** What programs were called with. */
const calls = join(temporaryFolder(), 'calls')
const programs = programFolder({
  curl: `printf '%s\\n' "$*" >>'${calls}'\nPATH=\${PATH#*:} exec curl "$@"`,
  'buildkite-agent': `
    case "$*" in
      'meta-data get deployed-payments-prod --default ') echo '${seconds} ${commit} ${previous}' ;;
      'meta-data get rolled-back-payments-prod --default ') echo '${seconds} ${previous} ${commit}' ;;
      annotate*) { echo "$*"; cat; } >>'${calls}' ;;
    esac`,
})

const build = {
  SERVICE: 'payments',
  BUILDKITE_JOB_ID: 'job',
  BUILDKITE_BRANCH: 'main',
  BUILDKITE_BUILD_URL: 'https://buildkite.com/acme/payments/builds/7',
  BUILDKITE_UNBLOCKER: 'Ada "the first"\u001B[31m',
  BUILDKITE_UNBLOCKER_EMAIL: 'ada@example.com',
}

function mark(args: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const path = `${programs}:${process.env['PATH']}`
  return repository.runBeside(`${script} ${args}`, { ...servers.env, ...build, PATH: path, ...env })
}

const by = 'Ada "the first"[31m'
const title = `payments is at ${commit.slice(0, 12)} in prod, by ${by}`
const url = build.BUILDKITE_BUILD_URL
const facts = {
  service: 'payments',
  environment: 'prod',
  kind: 'deployed',
  commit,
  previous_commit: previous,
  branch: 'main',
  build: url,
  approved_by: by,
  approved_by_email: 'ada@example.com',
}

test('New Relic: a deployment of change tracking', async () => {
  const { code, answer } = await mark('prod new-relic')
  expect({ code, answer, refused: servers.refused }).toEqual({ code: 0, answer: `new-relic: ${title}`, refused: [] })
  expect(servers.taken.map(({ body }) => (body as { readonly variables: unknown }).variables)).toEqual([
    {
      deployment: {
        entityGuid: servers.env['NEW_RELIC_ENTITY_GUID'],
        version: commit,
        commit,
        deepLink: url,
        description: title,
        user: by,
        groupId: 'payments-prod',
        timestamp: seconds * 1000,
      },
    },
  ])
})

test('Sentry: a release with its commits, and its deployment', async () => {
  const { code } = await mark('prod sentry')
  expect({ code, refused: servers.refused }).toEqual({ code: 0, refused: [] })
  expect(servers.taken.map(({ path, body }) => ({ path, body }))).toMatchObject([
    {
      path: '/api/0/organizations/acme/releases/',
      body: {
        version: commit,
        ref: commit,
        url,
        projects: ['payments'],
        commits: [
          { id: commit, author_name: 'a', author_email: 'a@example.com', message: 'Second' },
          { message: 'Rounds "half" to even\\odd' },
        ],
      },
    },
    {
      path: `/api/0/organizations/acme/releases/${commit}/deploys/`,
      body: { environment: 'prod', name: title, url, dateFinished: '2026-11-27T21:34:32Z' },
    },
  ])
})

test('Splunk: an event', async () => {
  const { code } = await mark('prod splunk', { SPLUNK_HEC_INDEX: 'deployments' })
  expect({ code, refused: servers.refused, taken: servers.taken.map(({ body }) => body) }).toEqual({
    code: 0,
    refused: [],
    taken: [
      {
        source: 'deploy-marker',
        sourcetype: '_json',
        host: 'payments-prod',
        index: 'deployments',
        time: seconds,
        event: facts,
      },
    ],
  })
})

test('PagerDuty: a change event', async () => {
  const { code } = await mark('prod pagerduty')
  expect({ code, refused: servers.refused, taken: servers.taken.map(({ body }) => body) }).toEqual({
    code: 0,
    refused: [],
    taken: [
      {
        routing_key: secrets.PAGERDUTY_ROUTING_KEY,
        payload: { summary: title, timestamp: '2026-11-27T21:34:32Z', source: 'payments-prod', custom_details: facts },
        links: [{ href: url, text: 'The build' }],
      },
    ],
  })
})

test('whatever people are called, it is text', async () => {
  const unit = fc.constantFrom(...'"\\\'`$(){}[];&|<>%#!*?~ \n\t\u001B\u007Fa-é🚀')
  const name = fc.string({ unit, minLength: 1, maxLength: 20 }).filter((text) => shown(text) !== '')
  await fc.assert(
    fc.asyncProperty(name, name, async (who, branch) => {
      servers.taken.length = 0
      const { code } = await mark('prod splunk', { BUILDKITE_UNBLOCKER: who, BUILDKITE_BRANCH: branch })
      const [{ body } = { body: undefined }] = servers.taken
      expect({ code, refused: servers.refused, body }).toMatchObject({
        code: 0,
        refused: [],
        body: { event: { approved_by: shown(who), branch: shown(branch) } },
      })
    }),
    { numRuns: runs(5) },
  )
})

/** In one line, without what steers a terminal. */
function shown(text: string): string {
  const line = text.replaceAll(/[\n\t\r]/g, ' ')
  return [...line].filter((letter) => letter >= ' ' && letter !== '\u007F').join('')
}

test('a roll-back is marked as what it is', async () => {
  const { code } = await mark('prod splunk --roll-back')
  const [{ body } = { body: undefined }] = servers.taken
  expect({ code, body }).toMatchObject({
    code: 0,
    body: { event: { kind: 'rolled-back', commit: previous, previous_commit: commit } },
  })
})

test('where nothing was deployed, nothing is marked', async () => {
  const { code, answer } = await mark('test splunk')
  expect({ code, answer, taken: servers.taken }).toEqual({
    code: 0,
    answer: 'this build changed nothing of that kind in payments-test: there is nothing to mark',
    taken: [],
  })
})

test('by hand, the commit that is here is marked', async () => {
  const { code } = await mark('prod splunk', { BUILDKITE_JOB_ID: '' })
  expect({ code, taken: servers.taken }).toMatchObject({ code: 0, taken: [{ body: { event: { commit } } }] })
})

test('a system that answers later is asked again', async () => {
  servers.answers.push([503, 'busy'], [429, 'slowly'])
  const { code } = await mark('prod splunk')
  expect({ code, taken: servers.taken.length }).toEqual({ code: 0, taken: 1 })
})

describe('a mark that fails is said, and the others are set', () => {
  test.each([
    ['new-relic', {}, [200, '{"data":null,"errors":[{"message":"no entity"}]}'], /^it answered: \{"data":null/],
    [
      'sentry',
      {},
      [403, '{"detail":"no\u001B[31m permission"}'],
      /^it answered 403: \{"detail":"no\[31m permission"\}$/,
    ],
    ['splunk', { SPLUNK_HEC_URL: 'http://127.0.0.1:9' }, undefined, /^no answer: curl: \(7\)/],
    ['splunk', { SPLUNK_HEC_TOKEN: '' }, undefined, /^SPLUNK_HEC_TOKEN is not set$/],
    ['sentry', { SENTRY_ORG: '../acme' }, undefined, /^SENTRY_ORG or SENTRY_RELEASE is none: /],
    ['sentry', { SENTRY_AUTH_TOKEN: 'a\nX-Other: b' }, undefined, /^SENTRY_AUTH_TOKEN has a line break or /],
    [
      'splunk',
      {},
      [400, `{"text":"no ${secrets.SPLUNK_HEC_TOKEN}"}`],
      /^it answered 400: in words that hold what is secret$/,
    ],
  ] as const)('%s, %j', async (system, env, answer, says) => {
    if (answer !== undefined) servers.answers.push(answer)
    const { code, problem, output } = await mark(`prod ${system} pagerduty`, env)
    const why = new RegExp(`^deploy-marker: ${system} has no mark of it: (.*)$`, 'm').exec(output)?.[1]
    expect({ code, problem, why, others: servers.taken.map((each) => each.system) }).toEqual({
      code: 1,
      problem: `deploy-marker: payments-prod was deployed all the same; without its mark: ${system}`,
      why: expect.stringMatching(says),
      others: ['pagerduty'],
    })
    expect(readFileSync(calls, 'utf8').split('\n').slice(-3, -1)).toEqual([
      'annotate --style warning --context deploy-marker-payments-prod',
      `**payments-prod** was deployed, but is not marked in ${system}: the log says why`,
    ])
  })
})

test('no secret stands in an argument of a program, or in what is said', async () => {
  servers.answers.push(...Object.values(secrets).map((secret) => [400, `no ${secret}`] as const))
  const { output } = await mark('prod new-relic sentry splunk pagerduty')
  const said = output + readFileSync(calls, 'utf8')
  expect(Object.values(secrets).filter((secret) => said.includes(secret))).toEqual([])
})
