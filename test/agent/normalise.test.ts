import { expect, test } from 'vitest'
import { describeAgents, dryRun } from './agent.ts'
import { specTable } from '../spec-table.ts'

interface Case {
  readonly group: string
  readonly yaml: string
  readonly interpolate: boolean
  readonly env?: Readonly<Record<string, string>>
  readonly uploads: readonly unknown[]
  readonly error?: string
}

const table = specTable<{ readonly cases: readonly Case[] }>('normalise-cases.json')

describeAgents('normalising', (agent) => {
  test('the table of cases is right', () => {
    for (const { yaml, interpolate, env, uploads, error } of table.cases) {
      const result = dryRun(agent, [yaml], { env, flags: interpolate ? [] : ['--no-interpolation'] })
      expect({ yaml, uploads: result.uploads, failed: result.failed }).toEqual({
        yaml,
        uploads,
        failed: error !== undefined,
      })
    }
  })
})
