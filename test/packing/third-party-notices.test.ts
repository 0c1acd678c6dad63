import { join } from 'node:path'
import { expect, test } from 'vitest'
import { thirdPartyNotices } from '../../scripts/build/third-party-notices.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** A file of an installed package with this licence; without a text, no LICENSE comes with it. */
function installed(name: string, license: string | undefined, text?: string): string {
  const home = join('node_modules', name)
  const folder = temporaryFolder({
    [join(home, 'package.json')]: JSON.stringify({ name, version: '1.2.3', license }),
    ...(text !== undefined && { [join(home, 'LICENSE.txt')]: text }),
  })
  return join(folder, home, 'lib/index.js')
}

test('gives each package once, in order, and leaves our own files out', () => {
  const b = installed('b', 'ISC', 'Copyright B\n\nAs you please.\n')
  const scoped = installed('@a/a', 'MIT', 'Copyright A\n')
  expect(thirdPartyNotices([b, b.replace('index', 'more'), '/project/packages/core/src/index.ts', scoped])).toBe(
    `kitewright is published with code of these packages inside, each under its own licence.

## @a/a 1.2.3 (MIT)

Copyright A

## b 1.2.3 (ISC)

Copyright B

As you please.
`,
  )
})

test.each([
  [installed('copyleft', 'GPL-3.0-only', 'Copyright'), 'copyleft is under GPL-3.0-only: it may not be bundled'],
  [installed('unknown', undefined, 'Copyright'), 'unknown is under no licence: it may not be bundled'],
  [installed('textless', 'MIT'), 'textless brings no text of its licence: it may not be bundled'],
])('refuses %s', (module, message) => {
  expect(() => thirdPartyNotices([module])).toThrow(message)
})
