import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { root } from '../source-files.ts'

async function docs(...argv: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const world = memoryWorld('/')
  return { code: await main(['docs', ...argv], world), ...world.printed }
}

test('docs lists the topics, and shows one', async () => {
  expect((await docs()).stdout).toMatch(/^testing +Testing a pipeline$/m)
  expect(await docs('testing')).toEqual({
    code: 0,
    stdout: readFileSync(join(root, 'docs/testing.md'), 'utf8'),
    stderr: '',
  })
  const { code, stderr } = await docs('testin')
  expect({ code, first: stderr.split('\n')[0] }).toEqual({
    code: 2,
    first: 'kitewright docs: there is no topic "testin"; did you mean "testing"?',
  })
})
