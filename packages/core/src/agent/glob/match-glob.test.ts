import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { matchGlob } from './match-glob.ts'

const table = new URL('../../../../../shared/spec/glob-cases.json', import.meta.url)
interface Case {
  readonly pattern: string
  readonly path: string
  readonly match: boolean | 'parse-error'
}

describe.skipIf(!existsSync(table))('globs as the agent matches them (skipped where ../shared is missing)', () => {
  const { cases } = existsSync(table) ? (JSON.parse(readFileSync(table, 'utf8')) as { cases: Case[] }) : { cases: [] }
  test.each(cases)('$pattern on $path', ({ pattern, path, match }) => {
    expect(matchGlob(pattern, path)).toBe(match === 'parse-error' ? undefined : match)
  })
})
