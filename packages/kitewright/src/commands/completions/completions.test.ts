import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { memoryWorld } from '../../world/memory-world.ts'
import { main } from '../../main.ts'

async function scriptFor(shell: string): Promise<string> {
  const world = memoryWorld('/')
  expect(await main(['completions', shell], world)).toBe(0)
  return world.printed.stdout
}

/** What bash offers for a command line whose last word is being written. */
function offered(script: string, words: readonly string[]): readonly string[] {
  const line = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}`
  const { stdout, stderr } = spawnSync(
    'bash',
    ['-c', `${script}\n${line}\n_kitewright; printf '%s\\n' "\${COMPREPLY[@]}"`],
    {
      encoding: 'utf8',
    },
  )
  expect(stderr).toBe('')
  return stdout.split('\n').filter((word) => word !== '')
}

test.each([
  [['kitewright', 'upl'], ['upload']],
  [['kitewright', 'upload', '--dry'], ['--dry-run']],
  [
    ['kitewright', 'render', '--format', ''],
    ['yaml', 'json'],
  ],
  [
    ['kitewright', 'init', '--f'],
    ['--from', '--fallback', '--force'],
  ],
  [['kitewright', 'render', 'pipe'], []],
])('bash completes %j by %j', async (words, expected) => {
  expect(offered(await scriptFor('bash'), words)).toEqual(expected)
})

test.each(['zsh', 'fish'])('%s, where it is installed, can read its script', async (shell) => {
  const script = await scriptFor(shell)
  const { error, status } = spawnSync(shell, ['-n'], { input: script })
  expect({ fails: error === undefined && status !== 0, hasUpload: script.includes('upload') }).toEqual({
    fails: false,
    hasUpload: true,
  })
})

test('a shell that is not known is refused with those that are', async () => {
  const world = memoryWorld('/')
  expect({ code: await main(['completions', 'sh'], world), said: world.printed.stderr.split('\n')[0] }).toEqual({
    code: 2,
    said: 'kitewright completions: there are none for "sh"; known are bash, zsh, fish',
  })
})
