import { spawnSync } from 'node:child_process'
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../../test/temporary-folder.ts'
import { writeWhole } from './write-whole.ts'

const modeOf = (path: string): number => statSync(path).mode & 0o777

test('folders are made, what is there is replaced, and nothing else is left', () => {
  const folder = temporaryFolder({ 'a/old.txt': 'old' })
  writeWhole(join(folder, 'a/old.txt'), 'new', folder)
  writeWhole(join(folder, 'b/c/new.txt'), 'first', folder)
  expect([readdirSync(join(folder, 'a')), readFileSync(join(folder, 'a/old.txt'), 'utf8')]).toEqual([
    ['old.txt'],
    'new',
  ])
  expect([readdirSync(join(folder, 'b/c')), readFileSync(join(folder, 'b/c/new.txt'), 'utf8')]).toEqual([
    ['new.txt'],
    'first',
  ])
})

test("a private file is its owner's alone; the rights of one that is there stay", () => {
  const folder = temporaryFolder({ 'there.sh': '' })
  chmodSync(join(folder, 'there.sh'), 0o755)
  writeWhole(join(folder, 'there.sh'), 'x', folder, { isPrivate: true })
  writeWhole(join(folder, 'private'), 'x', folder, { isPrivate: true })
  writeWhole(join(folder, 'usual'), 'x', folder)
  expect(['there.sh', 'private', 'usual'].map((name) => modeOf(join(folder, name)))).toEqual([
    0o755,
    0o600,
    0o666 & ~process.umask(),
  ])
})

test('a link stays, and what it leads to is written, also where nothing is there yet', () => {
  const folder = temporaryFolder({ 'real/file': 'old' })
  symlinkSync('real/file', join(folder, 'link'))
  symlinkSync('link', join(folder, 'again'))
  symlinkSync('real/none', join(folder, 'dangling'))
  writeWhole(join(folder, 'again'), 'new', folder)
  writeWhole(join(folder, 'dangling'), 'made', folder)
  expect(['again', 'link', 'dangling'].map((name) => lstatSync(join(folder, name)).isSymbolicLink())).toEqual([
    true,
    true,
    true,
  ])
  expect(['real/file', 'real/none'].map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['new', 'made'])
})

test('what is no file is written to, not replaced', () => {
  const folder = temporaryFolder()
  symlinkSync('/dev/null', join(folder, 'null'))
  writeWhole(join(folder, 'null'), 'x', join(folder, 'repository'))
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  expect(() => writeWhole(folder, 'x', folder)).toThrow('EISDIR')
})

test('where it cannot be written whole, the old content stays and nothing is left beside it', () => {
  const folder = temporaryFolder({ 'kept.yml': 'old' })
  const script = `
    import { writeWhole } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'write-whole.ts')).href)}
    try { writeWhole('kept.yml', 'x'.repeat(1e6), '.') } catch (error) { console.log(error.code) }`
  // A limit on the size of files stands in for a full disk; its signal would end the process.
  const limited = `trap '' XFSZ; ulimit -f 100; exec "$0" --import "$2" --input-type=module -e "$1"`
  const { stdout } = spawnSync('bash', ['-c', limited, process.execPath, script, import.meta.resolve('tsx')], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_PATH: '', NODE_DISABLE_COMPILE_CACHE: '1' },
  })
  expect({ stdout, left: readdirSync(folder), text: readFileSync(join(folder, 'kept.yml'), 'utf8') }).toEqual({
    stdout: 'EFBIG\n',
    left: ['kept.yml'],
    text: 'old',
  })
})

test('no link leads out of the repository, nor into what git keeps there', () => {
  const outside = temporaryFolder({ 'kept.txt': 'old' })
  const folder = temporaryFolder({ '.git/config': 'old', 'real/file': 'old' })
  symlinkSync(join(outside, 'kept.txt'), join(folder, 'file'))
  symlinkSync(join(outside, 'none.txt'), join(folder, 'dangling'))
  symlinkSync(outside, join(folder, 'folder'))
  symlinkSync('.git/config', join(folder, 'config'))
  symlinkSync('folder', join(folder, 'again'))
  const names = ['file', 'dangling', 'folder/kept.txt', 'folder/made/new.txt', 'again/new.txt', 'config', '.git/config']
  const codes = names.map((name) => {
    try {
      writeWhole(join(folder, name), 'new', folder)
      return 'written'
    } catch (error) {
      return (error as NodeJS.ErrnoException).code
    }
  })
  expect(codes).toEqual(names.map(() => 'ELOOP'))
  expect([readFileSync(join(folder, '.git/config'), 'utf8'), readdirSync(outside)]).toEqual(['old', ['kept.txt']])
  expect(readFileSync(join(outside, 'kept.txt'), 'utf8')).toBe('old')
  // Who names a path outside means it.
  writeWhole(join(outside, 'kept.txt'), 'new', folder)
  expect(readFileSync(join(outside, 'kept.txt'), 'utf8')).toBe('new')
})

test('what a killed process left is gone with the next write, and what another is writing stays', () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid
  const left = [`.kept.yml.${gone}.abc.tmp`, `.kept.yml.${process.ppid}.abc.tmp`, `.other.yml.${gone}.abc.tmp`]
  const folder = temporaryFolder(Object.fromEntries(left.map((name) => [name, 'half'])))
  writeWhole(join(folder, 'kept.yml'), 'x', folder)
  expect(readdirSync(folder).toSorted()).toEqual([...left.slice(1), 'kept.yml'].toSorted())
})
