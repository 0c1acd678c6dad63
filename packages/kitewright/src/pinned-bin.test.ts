import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from '../../../test/temporary-folder.ts'
import { commands } from './commands.ts'
import { needsPinned, pinnedBin } from './pinned-bin.ts'
import { processWorld } from './world/process-world.ts'
import type { Outside } from './world/world.ts'

const world = (cwd: string): Outside => ({ ...processWorld(), cwd })

/** Installs a copy below a folder. Returns its own. */
function install(folder: string, { name = 'kitewright', bin = './lib/bin.js' } = {}): string {
  const target = join(folder, 'node_modules/kitewright')
  writeFiles(target, { 'package.json': JSON.stringify({ name, bin: { kitewright: bin } }), 'lib/bin.js': '' })
  return realpathSync(target)
}

const asking = (dependencies: object): string => JSON.stringify({ devDependencies: { other: '1' }, ...dependencies })
const depends = asking({ dependencies: { kitewright: '0.1.0' } })

/** A repository whose `.buildkite/` asks for kitewright, and a copy of it elsewhere. */
function repository(manifest = depends): {
  readonly root: string
  readonly folder: string
  readonly elsewhere: string
} {
  const root = temporaryFolder()
  const folder = join(root, 'repository')
  writeFiles(folder, { '.buildkite/package.json': manifest, '.git/HEAD': '', 'services/payments/x': '' })
  return { root, folder, elsewhere: install(join(root, 'npx')) }
}

test.each([
  ['the root of the repository', '.'],
  ['.buildkite itself', '.buildkite'],
  ['a folder below', 'services/payments'],
])('a copy from elsewhere, started in %s, hands over to the pinned one', (_, from) => {
  const { folder, elsewhere } = repository()
  const pinned = install(join(folder, '.buildkite'))
  expect(pinnedBin(world(join(folder, from)), elsewhere)).toBe(join(pinned, 'lib/bin.js'))
})

test('one that is asked for among the devDependencies, installed for the whole workspace', () => {
  const { folder, elsewhere } = repository(asking({ devDependencies: { kitewright: 'workspace:*' } }))
  const pinned = install(folder)
  expect(pinnedBin(world(folder), elsewhere)).toBe(join(pinned, 'lib/bin.js'))
})

test('the pinned copy keeps the work, through a link too', () => {
  const { root, folder } = repository()
  const pinned = install(join(folder, '.buildkite'))
  symlinkSync(pinned, join(root, 'link'))
  expect(pinnedBin(world(folder), pinned)).toBe(undefined)
  expect(pinnedBin(world(folder), join(root, 'link'))).toBe(undefined)
})

test('the nearest .buildkite/ that asks for one counts', () => {
  const { folder, elsewhere } = repository()
  install(join(folder, '.buildkite'))
  const service = join(folder, 'services/payments')
  writeFiles(service, { '.buildkite/package.json': depends })
  const nested = install(join(service, '.buildkite'))
  expect(pinnedBin(world(service), elsewhere)).toBe(join(nested, 'lib/bin.js'))
})

describe('the copy that was started does the work', () => {
  test('where nothing is pinned', () => {
    const { root, elsewhere } = repository()
    expect(pinnedBin(world(root), elsewhere)).toBe(undefined)
  })

  test.each(['', '{', 'null', '[]', '{"dependencies":null}', asking({}), asking({ dependencies: { other: '1' } })])(
    'where the package.json does not ask for one: %s',
    (manifest) => {
      const { folder, elsewhere } = repository(manifest)
      install(join(folder, '.buildkite'))
      expect(pinnedBin(world(folder), elsewhere)).toBe(undefined)
    },
  )

  test('where what is installed has another name, no command, or one outside its folder', () => {
    const found = [{ name: 'kitewrong' }, { bin: './no-such.js' }, { bin: '../../../evil.js' }].map((odd) => {
      const { folder, elsewhere } = repository()
      writeFiles(folder, { '.buildkite/evil.js': '' })
      install(join(folder, '.buildkite'), odd)
      return pinnedBin(world(folder), elsewhere)
    })
    expect(found).toEqual([undefined, undefined, undefined])
  })

  test('where it is installed outside the repository, or pinned above it', () => {
    const { root, folder, elsewhere } = repository()
    install(root)
    writeFiles(root, { '.buildkite/package.json': depends })
    install(join(root, '.buildkite'))
    const other = join(root, 'other')
    writeFiles(other, { '.git': 'gitdir: ../elsewhere' })
    expect([folder, other].map((cwd) => pinnedBin(world(cwd), elsewhere))).toEqual([undefined, undefined])
  })

  test('where no repository says how far it goes, and a folder above pins one', () => {
    const { root, elsewhere } = repository()
    writeFiles(root, { '.buildkite/package.json': depends })
    const pinned = install(join(root, '.buildkite'))
    mkdirSync(join(root, 'below'))
    writeFileSync(join(root, 'below/x'), '')
    expect(
      [root, join(root, '.buildkite'), join(root, 'below')].map((cwd) => pinnedBin(world(cwd), elsewhere)),
    ).toEqual([join(pinned, 'lib/bin.js'), join(pinned, 'lib/bin.js'), undefined])
  })
})

test("only commands that run an author's code look for it, and not for their help", async () => {
  const all = await Promise.all(Object.values(commands).map(({ load }) => load()))
  const running = all.filter(({ options }) => Object.hasOwn(options, 'timeout')).map(({ name }) => name)
  const lines = [...Object.keys(commands), 'help', '--help', '--version', '-v', 'no-such'].map((name) => [name])
  expect({
    found: [...lines, [], ['render', '--help'], ['check', 'x.ts', '-h']].filter(needsPinned).map(([name]) => name),
  }).toEqual({ found: running })
})
