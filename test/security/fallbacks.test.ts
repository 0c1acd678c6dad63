import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { describeAgents } from '../agent/agent.ts'
import { kitewrightBin, serviceFolder } from '../temporary-folder.ts'
import { type BuildApi, startBuildApi } from '../upload/build-api.ts'
import { runKitewright } from '../upload/run-kitewright.ts'

// A fresh repository, made by init with its fallbacks; a pull request then breaks the generator, to see what it gets.

let api: BuildApi
beforeEach(async () => {
  api = await startBuildApi(() => undefined)
})
afterEach(() => api.close())

const ours = 'https://github.com/ours/service.git'
const pullRequest = (repo: string): Readonly<Record<string, string>> => ({
  // The fork's branch is called as the default branch is.
  BUILDKITE_BRANCH: 'main',
  BUILDKITE_PULL_REQUEST: '7',
  BUILDKITE_REPO: ours,
  BUILDKITE_PULL_REQUEST_REPO: repo,
})

/** Sets a repository up without npm, and runs what init says is to be run then. */
async function freshRepository(): Promise<string> {
  const folder = serviceFolder()
  const world = memoryWorld(folder, {})
  expect(await main(['init', '--preset', 'empty', '--no-install', '--fallback', 'main'], world)).toBe(0)
  mkdirSync(join(folder, '.buildkite/node_modules/.bin'), { recursive: true })
  symlinkSync(kitewrightBin, join(folder, '.buildkite/node_modules/.bin/kitewright'))
  for (const [, line = ''] of world.printed.stderr.matchAll(/^then: \S+ (.*)$/gm)) {
    const { code } = await runKitewright(folder, line.split(' '), { env: {} })
    expect(code).toBe(0)
  }
  return folder
}

describeAgents('a fresh repository whose generator is broken', ({ program }) => {
  const uploaded = async (env: Readonly<Record<string, string>>): Promise<unknown> => {
    const folder = await freshRepository()
    const step = readFileSync(join(folder, '.buildkite/pipeline.yml'), 'utf8')
    const [, args = ''] = /kitewright (upload .*)$/m.exec(step) ?? []
    writeFileSync(join(folder, '.buildkite/pipeline.ts'), 'throw new Error("broken")\n')
    const { code, stderr } = await runKitewright(folder, args.split(' '), {
      env: { ...api.env, ...env },
      agent: program,
    })
    const labels = api.uploads.flatMap(({ pipeline }) =>
      (pipeline.steps as readonly { readonly label?: string }[]).map(({ label }) => label),
    )
    return { code, labels, refusal: /no fallback is for .*: (this is [^,]*)/.exec(stderr)?.[1] }
  }

  test.each([
    ['the default branch', { BUILDKITE_BRANCH: 'main' }, [':test_tube: Test', ':rocket: Deploy']],
    ["a fork's pull request", pullRequest('https://github.com/somebody/service.git'), [':test_tube: Test']],
    ['a pull request of our own', pullRequest(ours), [':test_tube: Test']],
  ])('in %s uploads what was rendered for such a build', async (_, env, labels) => {
    expect(await uploaded(env)).toEqual({ code: 0, labels, refusal: undefined })
  })

  test('in another branch or a tag uploads nothing, and fails', async () => {
    expect(await uploaded({ BUILDKITE_BRANCH: 'feature/x' })).toEqual({
      code: 1,
      labels: [],
      refusal: 'this is the branch feature/x',
    })
  })
})
