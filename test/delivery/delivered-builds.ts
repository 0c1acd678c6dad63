import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '../agent/agent.ts'
import { Build, logOf } from '../runner/build.ts'
import { runBuild, type RunningBuild } from '../runner/run-build.ts'
import type { Cloud } from '../stack/cloud.ts'
import type { Engine } from '../stack/engine.ts'
import { serviceFolder } from '../temporary-folder.ts'
import type { MarkerServers } from './marker-servers.ts'
import { withoutBuild } from './service-repository.ts'

const usual = {
  pipeline: 'passed',
  unit: 'passed',
  integration: 'passed',
  image: 'passed',
  'deploy-test': 'passed',
}
const answers = { 'release-reason': 'Refunds *today*', 'release-qa': 'done' }
const answered = '\n- release\\-reason: Refunds \\*today\\*\n- release\\-qa: done\n'

/** A service whose pipeline is run. */
export interface DeliveredService {
  /** What its images and stacks are called by. */
  readonly name: string
  readonly folder: string
  /** Commits all that has changed; the commit. */
  readonly commit: (message: string) => string
  /** What the first job runs, which uploads the pipeline. */
  readonly upload: string
  /** Where its pipeline tells what comes to production, asks about it, and marks it: who is told. */
  readonly marked?: MarkerServers
}

/** What a delivery goes through. */
export interface Parts {
  readonly agent: Agent
  readonly engine: Engine
  readonly cloud: Cloud
}

/** The whole pipeline of a service as builds: real agents run what the preset renders, of the first job on. */
export function testBuilds(service: DeliveredService, { agent, engine, cloud }: Parts): void {
  const { name, folder, commit, upload, marked } = service
  const notes = marked && ({ 'release-notes-production': 'passed' } as const)
  const running: RunningBuild[] = []
  const env = { ...engine.env, ...cloud.env, ...marked?.env, REGISTRY: engine.registry, DEPLOY_POLL_SECONDS: '0.1' }

  /** A build of a commit that has come as far as it comes without a person. */
  async function built(message: string): Promise<{ readonly build: Build; readonly rest: RunningBuild['rest'] }> {
    const build = new Build({ repository: folder, commit: commit(message), branch: 'main', slug: name })
    build.add('start', [{ key: 'pipeline', command: upload }])
    const run = await runBuild(build, { agent, builds: serviceFolder(), env: withoutBuild(env) })
    running.push(run)
    await run.rest()
    return { build, rest: run.rest }
  }

  /** What a stack records of its last deployment. */
  function recorded(environment: string, tag: string): string {
    const query = `Stacks[0].Tags[?Key=='${tag}'].Value | [0]`
    return cloud.aws('cloudformation', 'describe-stacks', '--stack-name', `${name}-${environment}`, '--query', query)
  }

  let first: Awaited<ReturnType<typeof built>>
  beforeAll(async () => {
    first = await built('First')
  }, 900_000)
  afterAll(async () => {
    for (const run of running) await run.end()
  }, 60_000)

  test('a build comes as far as the click, and has the image of the commit in test', () => {
    const { build } = first
    expect({ ...build.states, logs: failedLogs(build) }).toEqual({
      logs: [],
      ...usual,
      ...notes,
      'deploy-to-production': 'blocked',
      'deploy-production': 'waiting',
      ...(marked && { 'mark-production': 'waiting' }),
    })
    expect(recorded('test', `deployed-image/${name}`)).toBe(build.metaData.get(`image-${name}`))
  })

  test('the click brings the very same image to production, and who gave it is on the page', async () => {
    const { build, rest } = first
    build.unblock('deploy-to-production', 'Ada', answers)
    await rest()
    expect({ ...build.states, logs: failedLogs(build) }).toEqual({
      logs: [],
      ...usual,
      ...notes,
      'deploy-to-production': 'passed',
      'deploy-production': 'passed',
      ...(marked && { 'mark-production': 'passed' }),
    })
    expect(recorded('prod', `deployed-image/${name}`)).toBe(build.metaData.get(`image-${name}`))
    expect(build.annotations.get(`deploy-${name}-prod`)).toMatchObject({
      style: 'success',
      body: `**${name}-prod** has commit ${build.facts.commit}, approved by Ada\n${marked ? answered : ''}`,
    })
  })

  test.runIf(marked !== undefined)('what comes was told, and what came is in the record, and marked', () => {
    const { build } = first
    expect(build.annotations.get(`release-notes-${name}-prod`)?.body).toContain('Nothing was deployed there before.')
    expect(
      ['approved-by', 'approval/release-reason', 'approval/release-qa'].map((tag) => recorded('prod', tag)),
    ).toEqual(['Ada', 'Refunds  today', 'done'])
    expect({ refused: marked?.refused, told: marked?.taken.map(({ system }) => system) }).toEqual({
      refused: [],
      told: ['splunk', 'sentry', 'sentry'],
    })
    expect(marked?.taken[0]?.body).toMatchObject({
      host: `${name}-prod`,
      event: { commit: build.facts.commit, approved_by: 'Ada', kind: 'deployed' },
    })
  })

  test('a click that comes late, in an older build, puts nothing over what is newer', async () => {
    const older = await built('Second')
    const newer = await built('Third')
    newer.build.unblock('deploy-to-production', 'Ada')
    await newer.rest()
    older.build.unblock('deploy-to-production', 'Grace')
    await older.rest()
    const refused = older.build.step('deploy-production')
    expect({ state: refused.state, exit: refused.exitStatus }).toEqual({ state: 'failed', exit: '4' })
    expect(logOf(refused)).toContain(`which is newer than ${older.build.facts.commit}`)
    expect(recorded('prod', 'deployed-commit')).toBe(newer.build.facts.commit)
  }, 900_000)
}

/** What the jobs wrote that failed: so that a report of the test shows it. */
function failedLogs({ steps }: Build): readonly string[] {
  return steps.filter(({ state }) => state === 'failed').map(logOf)
}
