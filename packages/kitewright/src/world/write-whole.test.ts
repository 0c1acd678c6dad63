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
  writeWhole(join(folder, 'a/old.txt'), 'new')
  writeWhole(join(folder, 'b/c/new.txt'), 'first')
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
  writeWhole(join(folder, 'there.sh'), 'x', { isPrivate: true })
  writeWhole(join(folder, 'private'), 'x', { isPrivate: true })
  writeWhole(join(folder, 'usual'), 'x')
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
  writeWhole(join(folder, 'again'), 'new')
  writeWhole(join(folder, 'dangling'), 'made')
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
  writeWhole(join(folder, 'null'), 'x')
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  expect(() => writeWhole(folder, 'x')).toThrow('EISDIR')
})

test('where it cannot be written whole, the old content stays and nothing is left beside it', () => {
  const folder = temporaryFolder({ 'kept.yml': 'old' })
  const script = `
    import { writeWhole } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'write-whole.ts')).href)}
    try { writeWhole('kept.yml', 'x'.repeat(1e6)) } catch (error) { console.log(error.code) }`
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
