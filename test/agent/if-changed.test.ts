import { emitJson } from '@kitewright/core/emit-json'
import { expect, test } from 'vitest'
import { specTable } from '../spec-table.ts'
import { describeAgents, dryRun } from './agent.ts'

interface Case {
  readonly pattern: string
  readonly path: string
  readonly match: boolean | 'parse-error'
}

const table = specTable<{ readonly cases: readonly Case[] }>('glob-cases.json')

describeAgents('if_changed', (agent) => {
  test('globs match as the table of cases says', () => {
    for (const { pattern, path, match } of table.cases) {
      const pipeline = emitJson({ steps: [{ command: 'a', if_changed: pattern }] })
      const flags = ['--changed-files-path', 'changed.txt']
      const { uploads, log } = dryRun(agent, [pipeline], { flags, files: { 'changed.txt': `${path}\n` } })
      const [step] = (uploads[0]?.['steps'] ?? []) as readonly Readonly<Record<string, unknown>>[]
      const isRefused = log.includes("Couldn't parse if_changed patterns")
      const found = isRefused ? 'parse-error' : step?.['skip'] === undefined
      expect({ pattern, path, match: found }).toEqual({ pattern, path, match })
    }
  })
})
