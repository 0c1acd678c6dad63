import { spawnSync } from 'node:child_process'
import { array, assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { interpolated } from './interpolated.ts'
import { script } from './script.ts'
import { shell } from './shell.ts'

test('script takes the first and last line break and the common indentation out', () => {
  expect(script`
    set -e

    if true; then
      make
    fi
  `).toBe('set -e\n\nif true; then\n  make\nfi')
  expect(script`
	tab
	  two
`).toBe('tab\n  two')
  expect(script`make`).toBe('make')
  expect(script`one
    two
      three`).toBe('one\ntwo\n  three')
  expect(script``).toBe('')
  expect(script`
    a


  `).toBe('a\n\n')
})

test('script puts values in as they are', () => {
  const block = 'a\n    b'
  expect(script`
    ${block}
      ${1}
  ${2}
  `).toBe('  a\n    b\n    1\n2')
})

test('shell quotes what a shell would read something into', () => {
  expect(shell`deploy ${"it's"} ${['--region', 'eu west', false, undefined, '']} ${3} ${'A=b'} ${'--x=y'} ${[]}`).toBe(
    String.raw`deploy 'it'\''s' --region 'eu west' '' 3 'A=b' --x=y `,
  )
})

test('a shell gives back the words that were put in', () => {
  const words = array(
    string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
    { maxLength: 4 },
  )
  assert(
    property(words, (given) => {
      const list = given.map((text) => Buffer.from(text).toString())
      const { stdout } = spawnSync('sh', ['-c', shell`for word in ${list}; do printf '%s\\0' "$word"; done`])
      expect(stdout.toString()).toBe(list.map((text) => `${text}\0`).join(''))
    }),
    { numRuns: 25 },
  )
})

test('neither takes what only the agent can fill in, and says what to do', () => {
  const tag = interpolated('${TAG}') as never
  expect(() => shell`deploy ${tag}`).toThrow(/is a whole value/)
  expect(() => script`deploy ${tag}`).toThrow(/is a whole value/)
  expect(() => shell`deploy ${undefined as never}`).toThrow(
    'shell takes texts, numbers, and lists of them, not undefined',
  )
})
