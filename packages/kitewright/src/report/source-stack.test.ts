import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../../test/temporary-folder.ts'
import { sourceStack } from './source-stack.ts'

test('names the places in the sources, and leaves those that it does not know', () => {
  // Column 0 is of line 1 and column 8 of line 2 of the source; from column 16 to 24 there is no source.
  const map = { version: 3, names: [], sources: ['packages/core/src/a.ts'], mappings: 'AAAA,QACE,Q,QACF' }
  const folder = temporaryFolder({ 'with a blank/built.js.map': JSON.stringify(map) })
  const built = pathToFileURL(join(folder, 'with a blank/built.js')).href
  const stack = `Error: file lost
    at inner (${built}:1:9)
    at async ${built}:1:1
    at bundled (${built}:1:20)
    at file:///elsewhere/other.js:1:1
    at /author/pipeline.ts:3:4
    at node:internal/main:1:1`
  expect(sourceStack(stack)).toBe(`Error: file lost
    at inner (packages/core/src/a.ts:2:3)
    at async packages/core/src/a.ts:1:1
    at bundled (${built}:1:20)
    at file:///elsewhere/other.js:1:1
    at /author/pipeline.ts:3:4
    at node:internal/main:1:1`)
})
