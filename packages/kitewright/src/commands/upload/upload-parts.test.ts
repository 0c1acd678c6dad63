import { array, assert, asyncProperty, constantFrom, nat } from 'fast-check'
import { expect, test } from 'vitest'
import type { Agent } from './agent.ts'
import { type PartsRequest, uploadParts } from './upload-parts.ts'

/** A build as the server keeps it: what has landed, in the order of its steps, and the meta-data. */
interface Build {
  readonly landed: string[]
  readonly metaData: Map<string, string>
}

class Crash extends Error {}

/**
 * An agent over a build of the model. Each call counts; at the given ones the job dies, before what it asked for has
 * happened or after it, as where an answer is lost.
 */
function agentOf({ landed, metaData }: Build, crashes: readonly Moment[], calls = { count: 0 }): Agent {
  async function happen<Result>(effect: () => Result): Promise<Result> {
    const crash = crashes.find(({ call }) => call === calls.count)
    calls.count++
    if (crash?.when === 'before') throw new Crash()
    const result = effect()
    if (crash?.when === 'after') throw new Crash()
    return result
  }
  return {
    problem: async () => undefined,
    upload: async (text) =>
      happen(() => {
        if (landed.includes(text)) return { status: 1, stdout: '', stderr: 'key already used' }
        landed.unshift(text)
        return { status: 0, stdout: '', stderr: '' }
      }),
    metaData: (key) => happen(() => metaData.get(key) ?? ''),
    setMetaData: (key, value) => happen(() => Boolean(metaData.set(key, value))),
    hasStep: (key) => happen(() => landed.includes(key)),
  }
}

interface Moment {
  readonly call: number
  readonly when: 'before' | 'after'
}

const silent = { isTerminal: false, write: () => {} }

function request(count: number, isRetry: boolean): PartsRequest {
  // A part's text is its key as well: the build holds it once or refuses it.
  const parts = Array.from({ length: count }, (_, index) => ({
    text: `part-${index}`,
    keys: [`part-${index}`],
    interpolation: false,
  }))
  return { parts, replace: false, identity: 'id', isRetry }
}

/** The job, retried until an attempt ends by itself. */
async function untilDone(count: number, crashes: readonly Moment[]): Promise<readonly string[]> {
  const build: Build = { landed: [], metaData: new Map() }
  const calls = { count: 0 }
  for (let attempt = 0; attempt <= crashes.length; attempt++) {
    try {
      const problem = await uploadParts(request(count, attempt > 0), agentOf(build, crashes, calls), silent)
      expect(problem).toBe(undefined)
      return build.landed
    } catch (error) {
      if (!(error instanceof Crash)) throw error
    }
  }
  throw new Error('the job crashed more often than it was told to')
}

test('however often and wherever the job dies, its retries upload each part once and in order', async () => {
  let crashed = 0
  const moments = array(nat(40), { maxLength: 4 })
  await assert(
    asyncProperty(nat(7), moments, array(constantFrom('before', 'after'), { minLength: 4 }), async (more, at, when) => {
      const crashes = [...new Set(at)].map((call, index) => ({ call, when: when[index] ?? 'after' }) as const)
      crashed += crashes.length
      const landed = await untilDone(more + 1, crashes)
      expect(landed).toEqual(request(more + 1, false).parts.map(({ text }) => text))
    }),
    { numRuns: 2000 },
  )
  expect(crashed).toBeGreaterThan(1000)
})

test('every single point at which a job of three parts can die', async () => {
  for (let call = 0; call < 12; call++) {
    for (const when of ['before', 'after'] as const) {
      expect(await untilDone(3, [{ call, when }])).toEqual(['part-0', 'part-1', 'part-2'])
    }
  }
})

test('an upload that was refused is not taken for an earlier one of ours when the job is retried', async () => {
  const build: Build = { landed: ['part-0'], metaData: new Map() }
  const first = await uploadParts(request(1, false), agentOf(build, []), silent)
  const retry = await uploadParts(request(1, true), agentOf(build, []), silent)
  const refused = 'buildkite-agent refused or failed (exit status 1); nothing was uploaded'
  expect({ first, retry }).toEqual({ first: refused, retry: refused })
})

test('a retry that makes another pipeline goes no further, unless it replaces', async () => {
  const build: Build = { landed: [], metaData: new Map() }
  await uploadParts(request(2, false), agentOf(build, []), silent)
  const other = {
    ...request(2, true),
    parts: request(2, true).parts.map((part) => ({ ...part, text: `${part.text}!` })),
  }
  expect(await uploadParts(other, agentOf(build, []), silent)).toMatch(
    /^an earlier attempt of this job has uploaded another/,
  )
  expect(build.landed).toEqual(['part-0', 'part-1'])
})

test('nor does one that makes another number of parts, or makes its only part of something else', async () => {
  const build: Build = { landed: [], metaData: new Map() }
  for (const [before, after] of [
    [3, 1],
    [1, 3],
  ] as const) {
    await uploadParts(request(before, false), agentOf(build, []), silent)
    const landed = [...build.landed]
    expect(await uploadParts(request(after, true), agentOf(build, []), silent)).toMatch(/^an earlier attempt/)
    expect(build.landed).toEqual(landed)
    build.landed.length = 0
    build.metaData.clear()
  }
})

test('replacing starts anew with every part, and its retries need not replace again', async () => {
  const build: Build = { landed: [], metaData: new Map() }
  await uploadParts(request(3, false), agentOf(build, []), silent)
  const renamed = (replace: boolean): PartsRequest => ({
    ...request(2, true),
    replace,
    parts: request(2, true).parts.map(({ text, ...part }) => ({ ...part, text: `${text}!`, keys: [`${text}!`] })),
  })
  let uploads = 0
  const agent = agentOf(build, [])
  const refusing: Agent = {
    ...agent,
    upload: async (text, options) => {
      if (options.replace) build.landed.length = 0
      return uploads++ === 1 ? { status: 1, stdout: '', stderr: '' } : agent.upload(text, options)
    },
  }
  expect(await uploadParts(renamed(true), refusing, silent)).toMatch(/part 2 of 2 is in the build: retry this job/)
  expect(await uploadParts(renamed(false), refusing, silent)).toBe(undefined)
  expect(build.landed).toEqual(['part-0!', 'part-1!'])
})

test('what was refused keeps no other pipeline from being uploaded', async () => {
  const build: Build = { landed: [], metaData: new Map() }
  const agent = agentOf(build, [])
  const refusing: Agent = { ...agent, upload: async () => ({ status: 1, stdout: '', stderr: '' }) }
  await uploadParts(request(1, false), refusing, silent)
  expect(await uploadParts(request(2, true), agent, silent)).toBe(undefined)
  expect(build.landed).toEqual(['part-0', 'part-1'])
})

test.each([
  [0, 'nothing was uploaded'],
  [1, 'part 3 of 3 is in the build: retry this job to upload the rest'],
  [2, 'parts 2 to 3 of 3 are in the build: retry this job to upload the rest'],
])('after a refusal, what is in the build is said (%i parts are)', async (before, said) => {
  const build: Build = { landed: [], metaData: new Map() }
  let uploads = 0
  const agent = agentOf(build, [])
  const refusing: Agent = {
    ...agent,
    upload: async (text, options) =>
      uploads++ === before ? { status: 1, stdout: '', stderr: '' } : agent.upload(text, options),
  }
  expect(await uploadParts(request(3, false), refusing, silent)).toBe(
    `buildkite-agent refused or failed (exit status 1); ${said}`,
  )
})

test('replacing goes with the first upload alone: a later one would take away what is uploaded already', async () => {
  const replaced: boolean[] = []
  const agent = agentOf({ landed: [], metaData: new Map() }, [])
  const watched: Agent = {
    ...agent,
    upload: async (text, options) => {
      replaced.push(options.replace)
      return agent.upload(text, options)
    },
  }
  await uploadParts({ ...request(3, false), replace: true }, watched, silent)
  expect(replaced).toEqual([true, false, false])
})

test('an agent that is killed leaves it open whether the upload arrived', async () => {
  const agent: Agent = {
    ...agentOf({ landed: [], metaData: new Map() }, []),
    upload: async () => ({ status: 1, signal: 'SIGKILL', stdout: '', stderr: '' }),
  }
  expect(await uploadParts(request(1, false), agent, silent)).toBe(
    'buildkite-agent was ended by SIGKILL; whether the upload arrived is not known',
  )
})
