import { execFileSync } from 'node:child_process'
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readBuildContext } from '@kitewright/core'
import { describe, expect, test } from 'vitest'
import { commandContext } from '../../packages/kitewright/src/context/command-context.ts'
import { guardWorld } from '../../packages/kitewright/src/secrets/guard-world.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { temporaryFolder, writeFiles } from '../temporary-folder.ts'

function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false']
  const open = ['-c', 'protocol.file.allow=always']
  return execFileSync('git', ['-C', folder, ...identity, ...open, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim()
}

const files = { 'a.txt': 'a\n'.repeat(20), 'old/kept.txt': 'k\n'.repeat(20), 'guide/x.txt': 'x' }

/** A repository whose branch `topic` has left `origin/main`, with what is done on it. */
function repository(change: (folder: string) => void = () => {}): string {
  const folder = temporaryFolder(files)
  git(folder, 'init', '--quiet', '--initial-branch', 'main')
  commit(folder)
  git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD')
  git(folder, 'checkout', '--quiet', '-b', 'topic')
  change(folder)
  commit(folder)
  return folder
}

function commit(folder: string): void {
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'c')
}

/** What the author's function sees, and what is said. */
async function seen(
  folder: string,
  env: Readonly<Record<string, string>> = {},
  globs: readonly string[] = ['guide/**'],
): Promise<{ readonly changedFiles: readonly string[] | undefined; readonly affects: boolean; readonly said: string }> {
  const world = memoryWorld(folder, { BUILDKITE: 'true', ...env })
  const { context } = await commandContext({ positionals: [], flags: {} }, guardWorld(world))
  if (context === undefined) throw new Error('no context')
  const { changedFiles } = context
  return { changedFiles, affects: context.affects(...globs), said: world.printed.stderr }
}

/** A repository with a submodule that has moved on the branch. */
function withSubmodule(): string {
  const library = temporaryFolder({ 'src/lib.ts': '1' })
  git(library, 'init', '--quiet')
  commit(library)
  const folder = temporaryFolder({ ...files, 'libs/other.txt': 'o' })
  git(folder, 'init', '--quiet', '--initial-branch', 'main')
  git(folder, 'submodule', '--quiet', 'add', library, 'libs/x')
  commit(folder)
  git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD')
  git(folder, 'checkout', '--quiet', '-b', 'topic')
  git(join(folder, 'libs/x'), 'commit', '--quiet', '--allow-empty', '--message', 'moved')
  commit(folder)
  return folder
}

const unknown = (why: string): unknown => ({
  changedFiles: undefined,
  affects: true,
  said: `kitewright: which files changed is not known, so everything counts as affected: ${why}\n`,
})

/** Where a clone came from. */
const originOf = new Map<string, string>()

/** Where `main` and `topic` have two commits each since they parted, cloned with a history of so many. */
function shallow(depth: number): string {
  const folder = repository((at) => writeFiles(at, { one: '1' }))
  writeFiles(folder, { two: '2' })
  commit(folder)
  git(folder, 'checkout', '--quiet', 'main')
  writeFiles(folder, { three: '3' })
  commit(folder)
  const clone = temporaryFolder()
  originOf.set(clone, folder)
  git(clone, 'init', '--quiet')
  git(clone, 'fetch', '--quiet', `--depth=${depth}`, `file://${folder}`, 'topic', 'main:refs/remotes/origin/main')
  git(clone, 'checkout', '--quiet', git(folder, 'rev-parse', 'topic'))
  return clone
}

const odd = [
  'ä ö.txt',
  '日本.txt',
  '"quoted".txt',
  ' spaces ',
  'new\nline',
  'tab\t',
  'back\\slash',
  '*',
  '-dash',
  '€{a,b}',
]

describe('names are as they are', () => {
  test.each(odd)('%j', async (name) => {
    const folder = repository((at) => writeFiles(at, { [name]: 'new' }))
    expect(await seen(folder)).toEqual({ changedFiles: [name], affects: false, said: '' })
  })
})

test('a rename is both of its names, a copy its new one, a change and a removal its own', async () => {
  const folder = repository((at) => {
    writeFiles(at, { 'new/.keep': '', 'copy.txt': files['a.txt'], 'a.txt': 'other' })
    renameSync(join(at, 'old/kept.txt'), join(at, 'new/kept.txt'))
    rmSync(join(at, 'guide'), { recursive: true })
  })
  const { changedFiles, affects } = await seen(folder)
  expect({ changedFiles, affects }).toEqual({
    changedFiles: ['a.txt', 'copy.txt', 'guide/x.txt', 'new/.keep', 'new/kept.txt', 'old/kept.txt'],
    affects: true,
  })
})

test('what is not committed yet counts, what nobody has added does not', async () => {
  const folder = repository()
  writeFiles(folder, { 'a.txt': 'changed', 'untracked.txt': 'u' })
  expect((await seen(folder)).changedFiles).toEqual(['a.txt'])
})

describe("nobody's configuration bends it", () => {
  const bend: Readonly<Record<string, readonly (readonly [name: string, value: string])[]>> = {
    'relative paths': [['diff.relative', 'true']],
    'quoted names': [['core.quotePath', 'true']],
    renames: [['diff.renames', 'copies']],
    'an external diff': [['diff.external', 'false']],
    prefixes: [
      ['diff.noprefix', 'true'],
      ['diff.mnemonicPrefix', 'true'],
    ],
    colour: [
      ['color.ui', 'always'],
      ['color.diff', 'always'],
    ],
    'names in another order': [['diff.orderFile', '/no/such/file']],
    'a text conversion': [
      ['diff.odd.textconv', 'false'],
      ['diff.odd.command', 'false'],
    ],
    'ignored submodules': [['diff.ignoreSubmodules', 'all']],
    'a diff of words alone': [
      ['diff.wordRegex', '.'],
      ['diff.algorithm', 'patience'],
      ['diff.submodule', 'diff'],
    ],
    'an index that is not refreshed': [['diff.autoRefreshIndex', 'false']],
    'a monitor of files': [['core.fsmonitor', 'false']],
    'short ids': [['core.abbrev', '4']],
  }

  test.each(Object.entries(bend))('%s', async (_, settings) => {
    const folder = repository((at) => {
      writeFiles(at, { 'sub/ä.txt': 'n', '.gitattributes': '* diff=odd\n' })
      renameSync(join(at, 'old/kept.txt'), join(at, 'sub/kept.txt'))
    })
    for (const [name, value] of settings) git(folder, 'config', name, value)
    // Touched, and still the same.
    writeFiles(folder, { 'a.txt': files['a.txt'] })
    expect(await seen(join(folder, 'sub'))).toEqual({
      changedFiles: ['.gitattributes', 'old/kept.txt', 'sub/kept.txt', 'sub/ä.txt'],
      affects: false,
      said: '',
    })
  })
})

describe('submodules', () => {
  test('one that moved matches its path and everything under it, and nothing beside it', async () => {
    const folder = withSubmodule()
    git(folder, 'config', 'submodule.libs/x.ignore', 'all')
    const globs = [
      'libs/x',
      'libs/x/**',
      'libs/x/src/*.ts',
      'libs/**',
      '**/*.ts',
      'libs/other.txt',
      'libs/y/**',
      'guide/**',
    ]
    const { changedFiles, said } = await seen(folder)
    const context = readBuildContext({ env: {}, changedFiles: () => changedFiles })
    expect({ changedFiles, said, affected: globs.filter((glob) => context.affects(glob)) }).toEqual({
      changedFiles: ['libs/x', 'libs/x/'],
      said: '',
      affected: ['libs/x', 'libs/x/**', 'libs/x/src/*.ts', 'libs/**', '**/*.ts'],
    })
  })

  test('one that is not checked out, too', async () => {
    const clone = temporaryFolder()
    git(clone, 'clone', '--quiet', withSubmodule(), '.')
    expect((await seen(clone, { BUILDKITE_GIT_DIFF_BASE: 'HEAD^' })).changedFiles).toEqual(['libs/x', 'libs/x/'])
  })
})

describe('the base', () => {
  test('is that of the pull request, otherwise of the pipeline, otherwise what is told', async () => {
    const folder = repository((at) => writeFiles(at, { one: '1' }))
    git(folder, 'update-ref', 'refs/remotes/origin/release', 'HEAD')
    writeFiles(folder, { two: '2' })
    commit(folder)
    const found = async (env: Readonly<Record<string, string>>): Promise<unknown> =>
      (await seen(folder, env)).changedFiles
    expect([
      await found({}),
      await found({ BUILDKITE_PIPELINE_DEFAULT_BRANCH: 'release' }),
      await found({ BUILDKITE_PULL_REQUEST_BASE_BRANCH: 'main', BUILDKITE_PIPELINE_DEFAULT_BRANCH: 'release' }),
      await found({ BUILDKITE_GIT_DIFF_BASE: 'HEAD^' }),
    ]).toEqual([['one', 'two'], ['two'], ['one', 'two'], ['two']])
  })
})

/** A repository on `main` in which two commits follow each other. */
function pushedTwice(): string {
  const folder = repository((at) => writeFiles(at, { one: '1' }))
  git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD')
  writeFiles(folder, { two: '2' })
  commit(folder)
  git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD')
  return folder
}

describe('on the default branch', () => {
  const main = { BUILDKITE_BRANCH: 'main' }
  const notTold = unknown('HEAD is not a merge, and nothing tells what was built last: --since COMMIT')

  test('it is what was built last, whatever was pushed since', async () => {
    const folder = pushedTwice()
    expect(await seen(folder, { ...main, KITEWRIGHT_SINCE: 'HEAD~2' })).toEqual({
      changedFiles: ['one', 'two'],
      affects: false,
      said: '',
    })
    expect((await seen(folder, { ...main, KITEWRIGHT_SINCE: 'gone' })).said).toContain('there is no gone in this clone')
  })

  test('it is not known of a commit that is no merge, nor of a tag on it', async () => {
    const folder = pushedTwice()
    expect([await seen(folder, main), await seen(folder, { BUILDKITE_BRANCH: 'v1', BUILDKITE_TAG: 'v1' })]).toEqual([
      notTold,
      notTold,
    ])
  })

  test('it is the first parent of a merge, which is said', async () => {
    const folder = repository((at) => writeFiles(at, { one: '1' }))
    writeFiles(folder, { two: '2' })
    commit(folder)
    git(folder, 'checkout', '--quiet', 'main')
    git(folder, 'merge', '--quiet', '--no-ff', '--message', 'm', 'topic')
    expect(await seen(folder, main)).toEqual({
      changedFiles: ['one', 'two'],
      affects: false,
      said: 'kitewright: changed files are those since the first parent of this merge; --since COMMIT tells what was built last\n',
    })
  })

  test('a pull request is compared with its target all the same', async () => {
    const folder = repository((at) => writeFiles(at, { one: '1' }))
    writeFiles(folder, { two: '2' })
    commit(folder)
    const env = { ...main, BUILDKITE_PULL_REQUEST: '7', KITEWRIGHT_SINCE: 'HEAD' }
    expect((await seen(folder, env)).changedFiles).toEqual(['one', 'two'])
  })
})

describe('in a build, what the clone lacks is fetched', () => {
  test.each([1, 2])('of a clone of %d commits', async (depth) => {
    const clone = shallow(depth)
    git(clone, 'remote', 'add', 'origin', `file://${originOf.get(clone) ?? ''}`)
    expect(await seen(clone, { BUILDKITE_BRANCH: 'topic' })).toEqual({
      changedFiles: ['one', 'two'],
      affects: false,
      said: '',
    })
  })

  test('but not elsewhere', async () => {
    const clone = shallow(1)
    git(clone, 'remote', 'add', 'origin', `file://${originOf.get(clone) ?? ''}`)
    expect((await seen(clone, { BUILDKITE: '', BUILDKITE_BRANCH: 'topic' })).changedFiles).toBe(undefined)
  })

  test('a base that the clone does not have', async () => {
    const folder = repository((at) => writeFiles(at, { one: '1' }))
    const clone = temporaryFolder()
    git(clone, 'clone', '--quiet', '--single-branch', '--branch', 'topic', `file://${folder}`, '.')
    expect((await seen(clone, { BUILDKITE_BRANCH: 'topic' })).changedFiles).toEqual(['one'])
  })
})

describe('what is not known is undefined, affects everything, and is said once', () => {
  test('a base that was not fetched', async () => {
    expect(await seen(repository(), { BUILDKITE_PULL_REQUEST_BASE_BRANCH: 'gone' })).toEqual(
      unknown('there is no origin/gone in this clone: fetch it'),
    )
  })

  test('a base that looks like a flag', async () => {
    expect(await seen(repository(), { BUILDKITE_GIT_DIFF_BASE: '--all' })).toEqual(
      unknown('there is no --all in this clone: fetch it'),
    )
  })

  test('a branch that has nothing in common with its base', async () => {
    const folder = repository()
    git(folder, 'checkout', '--quiet', '--orphan', 'alone')
    git(folder, 'commit', '--quiet', '--message', 'of its own')
    expect(await seen(folder)).toEqual(unknown('HEAD has nothing in common with origin/main'))
  })

  test('no repository, and no commit', async () => {
    const folder = temporaryFolder()
    const none = await seen(folder)
    git(folder, 'init', '--quiet')
    expect([none.changedFiles, none.said.includes('not a git repository'), (await seen(folder)).changedFiles]).toEqual([
      undefined,
      true,
      undefined,
    ])
  })

  test.each([1, 2])('a clone of %d commits, which does not reach the merge base', async (depth) => {
    expect(await seen(shallow(depth))).toEqual(
      unknown('this clone is too shallow to know where it left origin/main: fetch more of it'),
    )
  })

  test('one that reaches it will do', async () => {
    expect(await seen(shallow(3))).toEqual({ changedFiles: ['one', 'two'], affects: false, said: '' })
  })
})
