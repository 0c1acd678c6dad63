import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/temporary-folder.ts'
import { pinnedBin } from './pinned-bin.ts'
import { processWorld } from './world/process-world.ts'
import type { Outside } from './world/world.ts'

const world = (cwd: string): Outside => ({ ...processWorld(), cwd })

function install(folder: string, bin = './lib/bin.js'): string {
  const target = join(folder, 'node_modules/kitewright')
  mkdirSync(target, { recursive: true })
  writeFileSync(join(target, 'package.json'), JSON.stringify({ name: 'kitewright', bin: { kitewright: bin } }))
  return target
}

const root = temporaryFolder()
const repository = join(root, 'repository')
const pinned = install(join(repository, '.buildkite'))
const elsewhere = install(join(root, 'npx'))
mkdirSync(join(repository, 'services/payments'), { recursive: true })

test.each([
  ['the root of the repository', repository],
  ['.buildkite itself', join(repository, '.buildkite')],
  ['a folder below', join(repository, 'services/payments')],
])('a copy from elsewhere, started in %s, hands over to the pinned one', (_, cwd) => {
  expect(pinnedBin(world(cwd), elsewhere)).toBe(join(pinned, 'lib/bin.js'))
})

test('the pinned copy keeps the work, through a link too', () => {
  symlinkSync(pinned, join(root, 'link'))
  expect(pinnedBin(world(repository), pinned)).toBe(undefined)
  expect(pinnedBin(world(repository), join(root, 'link'))).toBe(undefined)
})

test('where nothing is pinned, the copy that was started does the work', () => {
  expect(pinnedBin(world(root), elsewhere)).toBe(undefined)
})

test('the nearest pinned copy counts', () => {
  const nested = install(join(repository, 'services/payments/.buildkite'), 'bin/other.mjs')
  expect(pinnedBin(world(join(repository, 'services/payments')), elsewhere)).toBe(join(nested, 'bin/other.mjs'))
})
