import { expect, test } from 'vitest'
import { specTable } from '../spec-table.ts'
import { describeAgents, dryRun } from './agent.ts'
import { dryRuns } from './dry-runs.ts'

interface Case {
  readonly yaml: string
  readonly interpolate: boolean
  readonly env?: Readonly<Record<string, string>>
  readonly uploads: readonly unknown[]
  readonly error?: string
}

<<<<<<< HEAD
const casesOf = (table: string): readonly Case[] => specTable<{ readonly cases: readonly Case[] }>(table).cases

const isPlain = ({ interpolate, error }: Case): boolean => !interpolate && error === undefined

describeAgents('normalising', (agent) => {
  // The next version has another model.
  const tables = ['normalise-cases.json', ...(agent.version.startsWith('v3.') ? ['odd-cases.json'] : [])]

  test.for(tables)('the table of cases is right: %s', (table) => {
    const plain = casesOf(table).filter(isPlain)
    // Files are uploaded one after the other, up to one that is refused.
    const all = dryRun(
      agent,
      plain.map(({ yaml }) => yaml),
      { flags: ['--no-interpolation'] },
    )
    expect(all).toMatchObject({ failed: false, uploads: plain.flatMap(({ uploads }) => uploads) })
    for (const { yaml, interpolate, env, uploads, error } of casesOf(table).filter((each) => !isPlain(each))) {
      const result = dryRun(agent, [yaml], { env, flags: interpolate ? [] : ['--no-interpolation'] })
      expect({ yaml, uploads: result.uploads, failed: result.failed }).toEqual({
        yaml,
        uploads,
        failed: error !== undefined,
      })
    }
=======
const { cases } = specTable<{ readonly cases: readonly Case[] }>('normalise-cases.json')
const literal = cases.filter(({ interpolate }) => !interpolate)
const filledIn = cases.filter(({ interpolate }) => interpolate)

describeAgents('the table of cases is right', (agent) => {
  test('without interpolation', () => {
    const texts = literal.map(({ yaml }) => yaml)
    const found = dryRuns(agent, texts, { flags: ['--no-interpolation'] }).map(({ uploads, failed }, index) => {
      return { yaml: texts[index], uploads, failed }
    })
    expect(found).toEqual(literal.map(({ yaml, uploads, error }) => ({ yaml, uploads, failed: error !== undefined })))
  })

  test.each(filledIn)('with it: $yaml', ({ yaml, env, uploads, error }) => {
    const found = dryRun(agent, [yaml], { env })
    expect({ uploads: found.uploads, failed: found.failed }).toEqual({ uploads, failed: error !== undefined })
>>>>>>> main
  })
})
