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

const tables = ['normalise-cases.json', 'odd-cases.json']

describeAgents('the table of cases is right', (agent) => {
  // The next version has another model.
  const known = agent.version.startsWith('v3.') ? tables : tables.slice(0, 1)
  const cases = known.flatMap((table) => specTable<{ readonly cases: readonly Case[] }>(table).cases)

  test('without interpolation', () => {
    const literal = cases.filter(({ interpolate }) => !interpolate)
    const texts = literal.map(({ yaml }) => yaml)
    const found = dryRuns(agent, texts, { flags: ['--no-interpolation'] }).map(({ uploads, failed }, index) => {
      return { yaml: texts[index], uploads, failed }
    })
    expect(found).toEqual(literal.map(({ yaml, uploads, error }) => ({ yaml, uploads, failed: error !== undefined })))
  })

  test.each(cases.filter(({ interpolate }) => interpolate))('with it: $yaml', ({ yaml, env, uploads, error }) => {
    const found = dryRun(agent, [yaml], { env })
    expect({ uploads: found.uploads, failed: found.failed }).toEqual({ uploads, failed: error !== undefined })
  })
})
