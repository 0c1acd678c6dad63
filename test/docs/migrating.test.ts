import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { root } from '../source-files.ts'
import { serviceFolder } from '../temporary-folder.ts'

const page = readFileSync(join(root, 'docs/migrating.md'), 'utf8')
const [, yaml = ''] = /^```yaml\n([^]*?)^```/m.exec(page) ?? []
const [, typescript = ''] = /^```ts\n([^]*?)^```/m.exec(page) ?? []
const commands = [...page.slice(0, page.indexOf('## From the official SDK')).matchAll(/^kitewright (.*)$/gm)]

test('the way from YAML, command by command', async () => {
  const folder = serviceFolder({ '.buildkite/pipeline.yml': yaml })
  const printed: (readonly [line: string, code: number, stderr: string])[] = []
  for (const [, line = ''] of commands) {
    const world = memoryWorld(folder)
    printed.push([line, await main(line.split(' '), world), world.printed.stderr])
  }
  expect(printed).toEqual([
    ['check .buildkite/pipeline.yml', 0, 'no problems found\n'],
    [
      'import .buildkite/pipeline.yml --output .buildkite/pipeline.ts',
      0,
      'wrote .buildkite/pipeline.ts: 4 steps, rendered and compared: the same pipeline\n',
    ],
    ['check', 0, 'no problems found\n'],
    ['render', 0, ''],
  ])
  expect(readFileSync(join(folder, '.buildkite/pipeline.ts'), 'utf8')).toBe(typescript)
})
