import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../packages/kitewright/src/main.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { root } from '../source-files.ts'
import { serviceFolder } from '../temporary-folder.ts'

/** The fleet and the preset it is made of, where they can be edited. */
function copy(): string {
  const folder = serviceFolder()
  for (const name of ['fleet', 'org-preset'])
    cpSync(join(root, 'examples', name), join(folder, name), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    })
  mkdirSync(join(folder, 'node_modules/@acme'), { recursive: true })
  symlinkSync(join(folder, 'org-preset/presets'), join(folder, 'node_modules/@acme/presets'))
  return join(folder, 'fleet')
}

const services = readdirSync(join(root, 'examples/fleet'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
  .map(({ name }) => name)

async function rendered(fleet: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const texts = services.map(async (name) => {
    const world = memoryWorld(join(fleet, name, '.buildkite'))
    await main(['render', '--branch', 'main', '--changed', 'examples/fleet/reporting/app.rb'], world)
    return [name, world.printed.stdout.split('\n')] as const
  })
  return Object.fromEntries(await Promise.all(texts))
}

test('there are eleven, each with a pipeline of at most 15 lines', () => {
  const lines = services.map((name) => {
    const text = readFileSync(join(root, 'examples/fleet', name, '.buildkite/pipeline.ts'), 'utf8')
    return text.trim().split('\n').length
  })
  expect({ services: services.length, longest: Math.max(...lines) <= 15 }).toEqual({ services: 11, longest: true })
})

test('one edit of the preset changes all of them', async () => {
  const fleet = copy()
  const before = await rendered(fleet)
  const other = copy()
  const preset = join(other, '../org-preset/presets/src/acme-service.ts')
  writeFileSync(preset, readFileSync(preset, 'utf8').replace("queue: 'builders'", "queue: 'linux'"))
  const after = await rendered(other)
  const changes = services.map((name) => [name, after[name]?.filter((line, index) => line !== before[name]?.[index])])
  process.stdout.write(`queue: 'builders' is queue: 'linux' in the preset, and so in: ${services.join(', ')}\n`)
  expect(Object.fromEntries(changes)).toEqual(Object.fromEntries(services.map((name) => [name, ['  queue: linux']])))
})
