import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contextOf } from '../../packages/kitewright/src/context/command-context.ts'
import { main } from '../../packages/kitewright/src/main.ts'
import { guardWorld } from '../../packages/kitewright/src/secrets/guard-world.ts'
import { type MemoryWorld, memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { runs } from '../runs.ts'
import { repository } from './git-repository.ts'
import { hostileText } from './hostile-text.ts'

/** What an outsider, or who configures a build, might have a program take for an option, or a shell for a command. */
const hostileWord = fc
  .oneof(
    fc.constantFrom(
      '--upload-pack=touch pwned',
      'origin/--upload-pack=touch pwned',
      '--output=pwned',
      '-cprotocol.ext.allow=always',
      'ext::sh -c touch% pwned',
      '--exec=touch pwned',
      '--config=pwned',
      '-',
      '--',
      'x";touch${IFS}pwned;"',
      '$(touch pwned)',
      '`touch pwned`',
      'main:refs/heads/pwned',
    ),
    hostileText,
  )
  // No variable of an environment holds it.
  .map((text) => text.replaceAll('\0', ''))

const secret = 'outside-secret-3141592653'
const folder = repository()

interface Call {
  readonly program: string
  readonly args: readonly string[]
}

/** A world that notes what is started, and asks the real git. */
function noting(env: Readonly<Record<string, string>>, calls: Call[]): MemoryWorld {
  const real = memoryWorld(folder, { BUILDKITE: 'true', DEPLOY_TOKEN: secret, ...env })
  return {
    ...real,
    run: async (program, args, options) => {
      calls.push({ program, args })
      if (program === 'git') return real.run(program, args, options)
      const isVersion = args.includes('--version')
      return { status: 0, stdout: isVersion ? 'buildkite-agent version 3.137.0+1' : '{}', stderr: '' }
    },
    runSync: (program, args) => {
      calls.push({ program, args })
      return real.runSync(program, args)
    },
  }
}

/** Whether a program could take an argument that an outsider has chosen for an option. */
function isOption(args: readonly string[], index: number, words: readonly string[]): boolean {
  const argument = args[index] ?? ''
  if (
    !argument.startsWith('-') ||
    !words.some((word) => word !== '' && word !== '-' && word !== '--' && argument.includes(word))
  )
    return false
  const before = args.slice(0, index)
  const isValue = /^(?:--(?:context|style|step|default|format|job)|-C)$/.test(before.at(-1) ?? '')
  return !isValue && !before.includes('--') && !before.includes('--end-of-options')
}

const variables = [
  'BUILDKITE_BRANCH',
  'BUILDKITE_COMMIT',
  'BUILDKITE_MESSAGE',
  'BUILDKITE_TAG',
  'BUILDKITE_PULL_REQUEST_BASE_BRANCH',
  'BUILDKITE_PIPELINE_DEFAULT_BRANCH',
  'BUILDKITE_GIT_DIFF_BASE',
  'BUILDKITE_PULL_REQUEST_REPO',
  'KITEWRIGHT_SINCE',
]

test('what others have chosen reaches no program as an option, a secret no program at all, and nothing of it is run', async () => {
  const environment = fc.record(Object.fromEntries(variables.map((name) => [name, hostileWord])), { requiredKeys: [] })
  await fc.assert(
    fc.asyncProperty(environment, hostileWord, fc.boolean(), async (given, word, isPullRequest) => {
      const env = { ...given, BUILDKITE_PULL_REQUEST: isPullRequest ? '7' : 'false' } as Record<string, string>
      const calls: Call[] = []
      const world = noting({ ...env, BUILDKITE_JOB_ID: '1', BUILDKITE_STEP_ID: word }, calls)
      void contextOf({ env: world.env }, guardWorld(world)).changedFiles
      await main(['upload', 'pipeline.yml'], world)
      await main(['check', 'pipeline.yml', '--agent', '--annotate', '--env', `A_TOKEN=${secret}`], world)
      await main(['render', 'pipeline.yml', '--branch', word], noting({ BUILDKITE: '' }, calls))
      const words = [...Object.values(env), word]
      const odd = calls.filter(({ args }) =>
        args.some((argument, index) => argument.includes(secret) || isOption(args, index, words)),
      )
      expect({
        odd,
        isPwned: existsSync(join(folder, 'pwned')),
        programs: new Set(calls.map(({ program }) => program)),
      }).toEqual({
        odd: [],
        isPwned: false,
        programs: new Set(['git', 'buildkite-agent']),
      })
    }),
    { numRuns: runs(4) },
  )
})
