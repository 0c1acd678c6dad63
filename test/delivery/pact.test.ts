import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { root } from '../source-files.ts'
import { describeWith } from '../stack/describe-with.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { startPactBroker } from './pact-broker.ts'
import { programFolder } from './program-folder.ts'
import { runBeside } from './service-repository.ts'

const packages = join(root, '.cache/pact/node_modules')
const installed = existsSync(join(packages, '@pact-foundation/pact'))
  ? { packages }
  : '@pact-foundation/pact is not installed (node scripts/install-stack.mjs)'

/** The commands that a service's pipeline runs on main, by the keys of their steps. */
async function commandsOf(service: string): Promise<Readonly<Record<string, string>>> {
  const world = memoryWorld(join(root, 'examples/fleet', service, '.buildkite'))
  await main(['render', '--branch', 'main', '--format', 'json', '--no-interpolation'], world)
  const { steps } = JSON.parse(world.printed.stdout) as { readonly steps: readonly Record<string, string | string[]>[] }
  return Object.fromEntries(steps.map(({ key, command = '' }) => [String(key), [command].flat().join('\n')]))
}

describeWith('two services with a contract, by Pact', installed, () => {
  const commits = { gateway: '1'.repeat(40), accounts: '2'.repeat(40), 'accounts, changed': '3'.repeat(40) }
  const newer = join(root, '.cache/nodes/22/node_modules/node/bin')
  const programs = programFolder({ 'buildkite-agent': ':' })
  const path = [programs, join(packages, '.bin'), ...(existsSync(newer) ? [newer] : []), process.env['PATH']].join(':')
  const folders = Object.fromEntries(['gateway', 'accounts'].map((name) => [name, copy(name)]))

  function copy(name: string): string {
    const folder = join(temporaryFolder(), name)
    cpSync(join(root, 'examples/fleet', name), folder, { recursive: true })
    symlinkSync(packages, join(folder, 'node_modules'))
    return folder
  }

  const broker = startPactBroker()
  afterAll(async () => (await broker).stop())

  /** Runs a line in a service's folder, as a job of a build of this commit. */
  async function run(
    service: keyof typeof commits,
    line: string | undefined,
    more: Readonly<Record<string, string>> = {},
  ) {
    const [name = ''] = service.split(',')
    const { env } = await broker
    const build = {
      BUILDKITE_COMMIT: commits[service],
      BUILDKITE_BRANCH: 'main',
      BUILDKITE_BUILD_URL: 'https://example.com/7',
    }
    const { code, output: said } = await runBeside(line ?? 'exit 70', folders[name] ?? '', {
      ...env,
      ...build,
      ...more,
      PATH: path,
    })
    return { code, said }
  }
  const ask = async (service: keyof typeof commits, key: string): ReturnType<typeof run> => {
    const [name = ''] = service.split(',')
    return run(service, (await commandsOf(name))[key])
  }
  const verify = (service: keyof typeof commits): ReturnType<typeof run> =>
    run(service, 'npm run --silent test:pact', { PACT_PUBLISH: 'true' })

  test('the consumer’s test writes what it needs of the provider, which is published', async () => {
    const tested = await run('gateway', 'npm run --silent test:contract')
    expect(tested).toMatchObject({ code: 0 })
    const { interactions } = JSON.parse(
      readFileSync(join(folders['gateway'] ?? '', 'pacts/gateway-accounts.json'), 'utf8'),
    ) as { readonly interactions: readonly { readonly description: string }[] }
    expect(interactions.map(({ description }) => description)).toEqual([
      'a request for an account',
      'a request for an account that is not there',
    ])
    expect(await ask('gateway', 'pact-publish')).toMatchObject({ code: 0 })
  })

  test('the provider does what it says, and is deployed', async () => {
    expect(await verify('accounts')).toMatchObject({ code: 0 })
    expect(await ask('accounts', 'pact-can-i-deploy-production')).toMatchObject({ code: 0 })
    expect(await ask('accounts', 'pact-record-production')).toMatchObject({ code: 0 })
  })

  test('then the consumer may be deployed', async () => {
    const { code, said } = await ask('gateway', 'pact-can-i-deploy-production')
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('1 verified, 0 failed, 0 not verified') })
    expect(await ask('gateway', 'pact-record-production')).toMatchObject({ code: 0 })
  })

  test('a provider that changed what the consumer needs may not', async () => {
    const source = join(folders['accounts'] ?? '', 'src/accounts.js')
    writeFileSync(source, readFileSync(source, 'utf8').replace('holder, balance }))', 'owner: holder, balance }))'))
    const verified = await verify('accounts, changed')
    expect({ passed: verified.code === 0, said: verified.said.includes('holder') }).toEqual({
      passed: false,
      said: true,
    })
    const { code, said } = await ask('accounts, changed', 'pact-can-i-deploy-production')
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('0 verified, 1 failed, 0 not verified') })
  })

  test('the broker was asked as it documents', async () => {
    const { asked, refused } = await broker
    expect({ asked: [...new Set(asked)], refused }).toEqual({
      refused: [],
      asked: [
        'GET /',
        'POST /contracts/publish',
        'GET /pacts/provider/:/for-verification',
        'POST /pacts/provider/:/for-verification',
        'GET /pacts/provider/:/consumer/:/version/:',
        'GET /pacticipants/:',
        'PUT /pacticipants/:/branches/:/versions/:',
        'POST /pacts/provider/:/consumer/:/version/:/results',
        'GET /matrix',
        'GET /pacticipants/:/versions/:',
        'POST /pacticipants/:/versions/:/deployed-versions/environment/:',
      ],
    })
  })
})
