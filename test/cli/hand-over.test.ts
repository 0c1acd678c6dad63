import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { kitewrightBin, temporaryFolder } from '../temporary-folder.ts'

const manifest = JSON.stringify({ dependencies: { kitewright: '0.1.0' } })

/** A repository that somebody else made, whose kitewright says so when it runs. */
function foreignRepository(asked = manifest): string {
  const copy = '.buildkite/node_modules/kitewright'
  return temporaryFolder({
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.buildkite/package.json': asked,
    '.buildkite/pipeline.yml': 'steps:\n  - command: a\n',
    [`${copy}/package.json`]: JSON.stringify({ name: 'kitewright', type: 'module', bin: { kitewright: './bin.js' } }),
    [`${copy}/bin.js`]: "console.log('FOREIGN', ...process.argv.slice(2))\n",
  })
}

function isForeign(cwd: string, ...args: readonly string[]): boolean {
  const { stdout } = spawnSync(process.execPath, [kitewrightBin, ...args], { cwd, encoding: 'utf8' })
  return stdout.startsWith('FOREIGN ')
}

test('what needs no code of a repository runs none', () => {
  const lines = [
    ['completions', 'bash'],
    ['--version'],
    ['--help'],
    ['help', 'render'],
    ['render', '--help'],
    ['explain', 'KW1002'],
    ['import', '.buildkite/pipeline.yml'],
    ['init', '--no-install'],
    ['render', '--sealed'],
    ['upload', '--sealed'],
    ['no-such-command'],
    [],
  ]
  const folder = foreignRepository()
  expect(lines.filter((line) => isForeign(folder, ...line))).toEqual([])
})

test("what runs its author's code is run by the version that it pins, and by no other", () => {
  const lines = [['render'], ['check'], ['upload', '--dry-run'], ['--apart', 'upload']]
  const [asked, unasked] = [foreignRepository(), foreignRepository('{}')]
  expect(lines.map((line) => [isForeign(asked, ...line), isForeign(unasked, ...line)])).toEqual(
    lines.map(() => [true, false]),
  )
})
