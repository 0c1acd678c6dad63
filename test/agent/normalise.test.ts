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

const casesOf = (table: string): readonly Case[] => specTable<{ readonly cases: readonly Case[] }>(table).cases
const cases = casesOf('normalise-cases.json')
const filledIn = cases.filter(({ interpolate }) => interpolate)

describeAgents('the table of cases is right', (agent) => {
  // The next version has another model.
  const odd = agent.version.startsWith('v3.') ? casesOf('odd-cases.json') : []
  const literal = [...cases.filter(({ interpolate }) => !interpolate), ...odd]

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
  })
})
