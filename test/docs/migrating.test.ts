import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import type { World } from '../../packages/kitewright/src/world/world.ts'
import { root } from '../source-files.ts'
import { serviceFolder } from '../temporary-folder.ts'

const page = readFileSync(join(root, 'docs/migrating.md'), 'utf8')
const [, yaml = ''] = /^```yaml\n([^]*?)^```/m.exec(page) ?? []
const [, typescript = ''] = /^```ts\n([^]*?)^```/m.exec(page) ?? []
const commands = [...page.slice(0, page.indexOf('## From the official SDK')).matchAll(/^kitewright (.*)$/gm)]

// The service has kitewright installed already: npm has nothing to do.
const run: World['run'] = async () => ({ status: 0, stdout: '', stderr: '' })

test('the way from YAML, from the first command to the last', { timeout: 60_000 }, async () => {
  const folder = serviceFolder({ '.buildkite/pipeline.yml': yaml })
  const ran: (readonly [line: string, code: number, said: string])[] = []
  for (const [, line = ''] of commands) {
    const world = memoryWorld(folder)
    ran.push([line, await main(line.split(' '), { ...world, run }), world.printed.stderr])
  }
  const proved = '4 steps, rendered and compared: the same pipeline\nleft out: common, which only held anchors\n'
  expect(ran).toEqual([
    ['check .buildkite/pipeline.yml', 0, 'no problems found\n'],
    [
      'init --from .buildkite/pipeline.yml',
      0,
      `wrote ${['package.json', 'tsconfig.json', 'pipeline.ts', 'pipeline.yml', '.gitignore', 'fallback.yml']
        .map((name) => `.buildkite/${name}`)
        .join(', ')}
.buildkite/pipeline.ts is .buildkite/fallback.yml: ${proved}installing with npm in .buildkite …
done: npx kitewright render prints the pipeline; commit .buildkite
`,
    ],
    ['check', 0, 'no problems found\n'],
    ['render', 0, ''],
    ['import .buildkite/fallback.yml', 0, proved],
    ['import .buildkite/fallback.yml --output .buildkite/imported.ts', 0, `wrote .buildkite/imported.ts: ${proved}`],
  ])
  const written = (name: string): string => readFileSync(join(folder, '.buildkite', name), 'utf8')
  expect([written('pipeline.ts'), written('imported.ts'), written('fallback.yml')]).toEqual([
    typescript,
    typescript,
    yaml,
  ])
})
