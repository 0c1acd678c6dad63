import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '../agent/agent.ts'
import { Build, logOf } from '../runner/build.ts'
import { runBuild, type RunningBuild } from '../runner/run-build.ts'
import type { Cloud } from '../stack/cloud.ts'
import type { Engine } from '../stack/engine.ts'
import { kitewrightBin, serviceFolder } from '../temporary-folder.ts'
import type { MarkerServers } from './marker-servers.ts'
import { serviceRepository, withoutBuild } from './service-repository.ts'

const usual = {
  pipeline: 'passed',
  unit: 'passed',
  integration: 'passed',
  image: 'passed',
  'deploy-test': 'passed',
  'release-notes-production': 'passed',
}

/** The whole pipeline of payments as a build: real agents run what the preset renders, of the first job on. */
export function testPaymentsBuild(agent: Agent, engine: Engine, cloud: Cloud, marked: MarkerServers): void {
  const repository = serviceRepository('payments')
  const running: RunningBuild[] = []
  const env = { ...engine.env, ...cloud.env, ...marked.env, REGISTRY: engine.registry, DEPLOY_POLL_SECONDS: '0.1' }

  /** A build of a commit that has come as far as it comes without a person. */
  async function built(commit: string): Promise<{ readonly build: Build; readonly rest: RunningBuild['rest'] }> {
    const build = new Build({ repository: repository.folder, commit, branch: 'main', slug: 'payments' })
    build.add('start', [{ key: 'pipeline', command: `'${process.execPath}' '${kitewrightBin}' upload` }])
    const run = await runBuild(build, { agent, builds: serviceFolder(), env: withoutBuild(env) })
    running.push(run)
    await run.rest()
    return { build, rest: run.rest }
  }

  /** What a stack records of its last deployment. */
  function recorded(stack: string, name: string): string {
    return cloud.aws(
      'cloudformation',
      'describe-stacks',
      '--stack-name',
      stack,
      '--query',
      `Stacks[0].Tags[?Key=='${name}'].Value | [0]`,
    )
  }

  let first: Awaited<ReturnType<typeof built>>
  beforeAll(async () => {
    first = await built(repository.commit('First'))
  }, 900_000)
  afterAll(async () => {
    for (const run of running) await run.end()
  }, 60_000)

  test('a build comes as far as the click, and has the image of the commit in test', () => {
    const { build } = first
    expect({ ...build.states, logs: failedLogs(build) }).toEqual({
      logs: [],
      ...usual,
      'deploy-to-production': 'blocked',
      'deploy-production': 'waiting',
      'mark-production': 'waiting',
    })
    expect(recorded('payments-test', 'deployed-image/payments')).toBe(build.metaData.get('image-payments'))
    expect(build.annotations.get('release-notes-payments-prod')?.body).toContain('Nothing was deployed there before.')
  })

  test('the click brings the very same image to production; who gave it is on the page, in the record, and told', async () => {
    const { build, rest } = first
    build.unblock('deploy-to-production', 'Ada', { 'release-reason': 'Refunds *today*', 'release-qa': 'done' })
    await rest()
    expect({ ...build.states, logs: failedLogs(build) }).toEqual({
      logs: [],
      ...usual,
      'deploy-to-production': 'passed',
      'deploy-production': 'passed',
      'mark-production': 'passed',
    })
    expect(recorded('payments-prod', 'deployed-image/payments')).toBe(build.metaData.get('image-payments'))
    expect(build.annotations.get('deploy-payments-prod')).toMatchObject({
      style: 'success',
      body: `**payments-prod** has commit ${build.facts.commit}, approved by Ada

- release\\-reason: Refunds \\*today\\*
- release\\-qa: done
`,
    })
    expect(
      ['approved-by', 'approval/release-reason', 'approval/release-qa'].map((name) => recorded('payments-prod', name)),
    ).toEqual(['Ada', 'Refunds  today', 'done'])
    expect({ refused: marked.refused, told: marked.taken.map(({ system }) => system) }).toEqual({
      refused: [],
      told: ['splunk', 'sentry', 'sentry'],
    })
    expect(marked.taken[0]?.body).toMatchObject({
      host: 'payments-prod',
      event: { commit: build.facts.commit, approved_by: 'Ada', kind: 'deployed' },
    })
  })

  test('a click that comes late, in an older build, puts nothing over what is newer', async () => {
    const older = await built(repository.commit('Second'))
    const newer = await built(repository.commit('Third'))
    newer.build.unblock('deploy-to-production', 'Ada')
    await newer.rest()
    older.build.unblock('deploy-to-production', 'Grace')
    await older.rest()
    expect(newer.build.annotations.get('release-notes-payments-prod')?.body).toMatch(
      new RegExp(`Since commit ${first.build.facts.commit} of .*Third .*Second `, 's'),
    )
    const refused = older.build.step('deploy-production')
    expect({ state: refused.state, exit: refused.exitStatus }).toEqual({ state: 'failed', exit: '4' })
    expect(logOf(refused)).toContain(`which is newer than ${older.build.facts.commit}`)
    expect(recorded('payments-prod', 'deployed-commit')).toBe(newer.build.facts.commit)
  }, 900_000)
}

/** What the jobs wrote that failed: so that a report of the test shows it. */
function failedLogs({ steps }: Build): readonly string[] {
  return steps.filter(({ state }) => state === 'failed').map(logOf)
}
