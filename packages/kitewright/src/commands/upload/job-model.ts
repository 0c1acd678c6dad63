import { expect } from 'vitest'
import { type BuildModel, Killed, modelAgent, type Trouble } from './build-model.ts'
import { uploadParts } from './upload-parts.ts'
import type { GeneratedPart } from './write-parts.ts'

const silent = { isTerminal: false, write: () => {} }

/** One attempt of the job: what it uploads, and what happens to its calls, the rest of which go well. */
export interface Attempt {
  readonly name: string
  readonly count: number
  readonly hasKeys: boolean
  readonly replace: boolean
  readonly job: string
  readonly run: string
  readonly isRetry: boolean
  readonly troubles: readonly Trouble[]
}

function partsOf({ name, count, hasKeys }: Pick<Attempt, 'name' | 'count' | 'hasKeys'>): readonly GeneratedPart[] {
  return Array.from({ length: count }, (_, index) => {
    const json = (key?: string): string => JSON.stringify({ steps: [{ label: `${name}${index}`, key }] })
    const key = hasKeys ? `key-${index}` : undefined
    return { json: json(key), key, withKey: async (own) => json(own), variables: [] }
  })
}

/** What the attempt says at its end: undefined for success, 'killed' if it could say nothing. */
export async function run(
  build: BuildModel,
  attempt: Attempt,
  turn = async (): Promise<void> => {},
): Promise<string | undefined> {
  const troubles = [...attempt.troubles]
  const agent = modelAgent(build, attempt.run, async () => {
    await turn()
    return troubles.shift() ?? 'well'
  })
  const { job, run: name, isRetry, replace } = attempt
  const identity = { place: 'place', job, run: name, isRetry, variables: '-' }
  try {
    return await uploadParts({ parts: partsOf(attempt), replace, identity }, agent, silent)
  } catch (error) {
    if (error instanceof Killed) return 'killed'
    throw error
  }
}

export const labels = ({ landed }: BuildModel): readonly string[] =>
  landed.map(({ json }) => (JSON.parse(json) as { steps: [{ label: string }] }).steps[0].label)
export const wanted = ({ name, count }: Attempt): readonly string[] =>
  Array.from({ length: count }, (_, n) => `${name}${n}`)

/** What is said at the end of an attempt is so; nothing of it is still on its way where it says that nothing is. */
export function expectTrue(said: string | undefined, attempt: Attempt, build: BuildModel, isAlone = true): void {
  const there = labels(build).filter((label) => label.startsWith(attempt.name))
  expect(new Set(there).size).toBe(there.length)
  expect(build.faults).toEqual([])
  if (said === undefined) expect(there).toEqual(wanted(attempt))
  if (said === undefined || said === 'killed') return
  expect(said).toMatch(/nothing was uploaded|has uploaded nothing|in the build: retry this job|not known/)
  if (said.endsWith('nothing was uploaded')) {
    expect(isAlone ? there : build.landed.filter((upload) => upload.run === attempt.run)).toEqual([])
  }
  const [, from, to] = /parts? (\d+)(?: to (\d+))? of \d+ (?:is|are) in the build/.exec(said) ?? []
  if (from !== undefined)
    expect(there).toEqual(expect.arrayContaining(wanted(attempt).slice(Number(from) - 1, Number(to ?? from))))
}

export function settle(build: BuildModel): void {
  for (const effect of build.late.splice(0)) effect()
}

/** Attempts of one job, each a retry of the one before; or the same job again, where its script tries again. What is killed takes its job with it. */
export function attempts(
  all: readonly (readonly Trouble[])[],
  same: readonly boolean[],
  rest: Pick<Attempt, 'name' | 'count' | 'hasKeys'>,
): readonly Attempt[] {
  let job = 0
  return all.map((list, index) => {
    const wasKilled = all[index - 1]?.some((what) => what.startsWith('killed')) ?? false
    if (index > 0 && (wasKilled || same[index] !== true)) job++
    return { ...rest, replace: false, job: `j${job}`, run: `r${index}`, isRetry: job > 0, troubles: list }
  })
}
