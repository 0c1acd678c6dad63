import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../../test/temporary-folder.ts'
import { processWorld } from '../world/process-world.ts'
import { loadAuthored } from './author.ts'

// Every kind of file on every Node is tried in test/nodes; here, that a load works within a test runner.
function write(name: string, text: string): string {
  return join(temporaryFolder({ [name]: text }), name)
}

test.each([
  ['steps.ts', "const label: string = 'x'\nexport default [{ label }]"],
  ['steps.mjs', "export default [{ label: 'x' }]"],
  ['steps.cjs', "module.exports = [{ label: 'x' }]"],
])('loads %s', async (name, text) => {
  expect(await loadAuthored(write(name, text), processWorld())).toEqual({ ok: true, value: [{ label: 'x' }] })
})

test('tells where a file throws', async () => {
  const file = write('throws.mjs', "const label = 'x'\n\nthrow new TypeError(`no ${label}`)\nexport default []")
  expect(await loadAuthored(file, processWorld())).toEqual({
    ok: false,
    problem: {
      kind: 'thrown',
      message: 'TypeError: no x',
      position: { file, line: 3, column: 7 },
    },
  })
})
