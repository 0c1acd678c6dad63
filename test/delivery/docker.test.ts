import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { agents } from '../agent/agent.ts'
import { startCloud } from '../stack/cloud.ts'
import { describeWith } from '../stack/describe-with.ts'
import { loadGoImages, loadRubyImages } from '../stack/base-images/load-base-images.ts'
import { startEngine } from '../stack/engine.ts'
import { kitewrightBin } from '../temporary-folder.ts'
import { testBuilds } from './delivered-builds.ts'
import { startMarkerServers } from './marker-servers.ts'
import { type Ended, serviceRepository } from './service-repository.ts'
import { testStack } from './stack-service.ts'
import { testTwelfthService } from './twelfth-service.ts'

const scripts = '.buildkite/scripts'
const started = await startEngine()
// Only where it is used: where no test is run, nothing stops it.
const isUsed = typeof started !== 'string' && agents.length > 0
const cloud = isUsed ? await startCloud() : 'no agent is installed'
const marked = await startMarkerServers()
afterAll(marked.stop)

describeWith('the scripts of a delivery, by Docker', started, (engine) => {
  const { env, registry, docker } = engine
  /** What of a run is left on the engine. */
  const left = (): readonly string[] =>
    [
      ...docker('ps', '--all', '--quiet').split('\n'),
      ...docker('volume', 'ls', '--quiet').split('\n'),
      ...docker('network', 'ls', '--quiet', '--filter', 'type=custom').split('\n'),
    ].filter(Boolean)

  test('the unit tests run in a container', () => {
    const { code, output } = serviceRepository('payments').run(`${scripts}/test.sh unit`, env)
    expect({ code, left: left(), ran: /(?:#|ℹ) pass 2/.test(output) }).toEqual({ code: 0, left: [], ran: true })
  })

  test('service and PostgreSQL run together, and are taken down', () => {
    const { code, output } = serviceRepository('payments').run(`${scripts}/test.sh integration`, env)
    expect({ code, left: left(), ran: /(?:#|ℹ) pass 1/.test(output) }).toEqual({ code: 0, left: [], ran: true })
  })

  test('a failing test fails the step, the logs are kept, and all is taken down', () => {
    const service = serviceRepository('payments')
    const file = join(service.folder, 'test/integration/payments.test.js')
    writeFileSync(file, readFileSync(file, 'utf8').replace('201', '418'))
    const { code } = service.run(`${scripts}/test.sh integration`, env)
    const log = readFileSync(join(service.folder, 'logs/compose-integration.log'), 'utf8')
    expect({ code, left: left(), saysDatabase: log.includes('database system is ready') }).toEqual({
      code: 1,
      left: [],
      saysDatabase: true,
    })
  })

  test.each(['SIGTERM', 'SIGKILL'] as const)('%s leaves nothing', async (signal) => {
    const service = serviceRepository('payments')
    const compose = join(service.folder, 'compose.yaml')
    writeFileSync(compose, readFileSync(compose, 'utf8').replace('npm run test:integration', 'sleep 300'))
    const running = service.start(`${scripts}/test.sh integration`, env)
    running.stdout?.resume()
    running.stderr?.resume()
    while (left().length < 4) await setTimeout(100)
    const ended = once(running, 'exit')
    running.kill(signal)
    await ended
    for (let tries = 0; tries < 300 && left().length > 0; tries++) await setTimeout(100)
    expect(left()).toEqual([])
  })

  test('an image is pushed by commit and branch, and kept by its digest', () => {
    const service = serviceRepository('payments')
    const commit = service.commit('Another')
    const run = (line: string): Ended =>
      service.run(line, { ...env, REGISTRY: registry, SERVICE: 'payments', BUILDKITE_BRANCH: 'feature/x' })
    const { code, answer: digest } = run(`${scripts}/docker-tag.sh`)
    expect({ code, digest }).toEqual({
      code: 0,
      digest: expect.stringMatching(/^127\.0\.0\.1:5001\/payments@sha256:[0-9a-f]{64}$/),
    })
    docker('rmi', '--force', docker('image', 'inspect', '--format', '{{.Id}}', digest))
    const tags = [`git-${commit.slice(0, 12)}`, 'branch-feature-x'].map((tag) => {
      docker('pull', '--quiet', `${registry}/payments:${tag}`)
      return docker('image', 'inspect', '--format', '{{index .RepoDigests 0}}', `${registry}/payments:${tag}`)
    })
    expect(tags).toEqual([digest, digest])
    // The same commit is the same image, whatever else would be built now.
    expect(run(`${scripts}/docker-tag.sh`).output).toBe(
      `the registry has the image of this commit: it is taken as it is\n${digest}\n`,
    )
  })

  test('an image that cannot be built is not pushed', () => {
    const service = serviceRepository('payments')
    writeFileSync(join(service.folder, 'Dockerfile'), 'FROM node:24-alpine\nRUN false\n')
    service.commit('Broken')
    const { code, problem } = service.run(`${scripts}/docker-tag.sh`, {
      ...env,
      REGISTRY: registry,
      SERVICE: 'payments',
    })
    expect({ code, problem }).toEqual({
      code: 1,
      problem: 'docker-tag.sh: the image cannot be built: see above',
    })
  })

  test('a registry that is not there is told of', () => {
    const service = serviceRepository('payments')
    const { code, problem } = service.run(`${scripts}/docker-tag.sh`, {
      ...env,
      REGISTRY: '127.0.0.1:9',
      SERVICE: 'payments',
    })
    expect({ code, problem }).toEqual({
      code: 1,
      problem: expect.stringMatching(
        /^docker-tag\.sh: 127\.0\.0\.1:9\/payments:git-\w{12} cannot be pushed: see above; is the agent logged in/,
      ),
    })
  })

  const ruby = loadRubyImages(engine)
  describeWith('a service in Ruby', ruby, () => testStack('ruby', engine))
  describeWith('a service in Go', loadGoImages(engine), () => testStack('go', engine))

  describeWith('builds', cloud, (account) => {
    describeWith('by the agent', agents.at(0) ?? 'no agent is installed', (agent) => {
      const parts = { agent, engine, cloud: account }
      describe('of payments', () => {
        const upload = `'${process.execPath}' '${kitewrightBin}' upload`
        testBuilds({ name: 'payments', upload, marked, ...serviceRepository('payments') }, parts)
      })
      describeWith('of a twelfth service', ruby, () => testTwelfthService(parts))
    })
  })
})
