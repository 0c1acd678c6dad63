import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { serviceFolder, temporaryFolder } from '../temporary-folder.ts'

/** What a stranger's repository links elsewhere, and the command that would write there. */
const writing: readonly (readonly [string, readonly string[]])[] = [
  ['.buildkite/package.json', ['init', '--no-install', '--preset', 'empty', '--force']],
  ['.buildkite/scripts', ['init', '--no-install', '--preset', 'service']],
  ['.buildkite/scripts/deploy', ['init', '--update', '--force']],
  ['.buildkite/scripts/deploy', ['init', '--update']],
  ['kept.yml', ['render', 'pipeline.mjs', '--write', 'kept.yml']],
  ['imported.ts', ['import', 'old.yml', '--output', 'imported.ts', '--force']],
  ['sent.json', ['upload', 'pipeline.mjs', '--dry-run', '--save', 'sent.json']],
]

test.each(writing)('through %s, which leads out of the repository, nothing is written', async (link, line) => {
  const outside = temporaryFolder({ 'kept.txt': 'old' })
  const folder = serviceFolder({
    '.git/HEAD': '',
    '.buildkite/scripts.txt': '',
    'old.yml': 'steps:\n  - command: make\n',
    'pipeline.mjs': `import { command, definePipeline } from 'kitewright'\nexport default definePipeline([command({ command: 'make' })])\n`,
    ...(link.includes('scripts/') && { '.buildkite/scripts/test.sh': '' }),
  })
  symlinkSync(link.endsWith('scripts') ? outside : join(outside, 'kept.txt'), join(folder, link))
  const world = memoryWorld(folder)
  const code = await main(line, world)
  const { stderr } = world.printed
  expect({ code, files: readdirSync(outside), text: readFileSync(join(outside, 'kept.txt'), 'utf8'), stderr }).toEqual({
    code: 3,
    files: ['kept.txt'],
    text: 'old',
    stderr: expect.stringContaining(`is a link that leads out of the repository, to ${outside}`) as unknown,
  })
})
