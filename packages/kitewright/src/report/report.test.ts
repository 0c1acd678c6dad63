import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../../test/temporary-folder.ts'
import { guardWorld } from '../secrets/guard-world.ts'
import { memoryWorld } from '../world/memory-world.ts'
import type { LocatedDiagnostic } from './located-diagnostic.ts'
import { report } from './report.ts'

const token = `ghp_${'aB3'.repeat(12)}`
const folder = temporaryFolder()
const world = guardWorld(memoryWorld(folder, { DEPLOY_TOKEN: 'first\nsecond' }))

const diagnostic: LocatedDiagnostic = {
  code: 'KW1023',
  severity: 'error',
  message: `Error: ${token} for https://me:pa_ss*w@host and first\r\n  second\n--- evil`,
  path: ['env', token],
  location: { file: join(folder, `${token}.ts`), line: 7, column: 9, length: 3, sourceLine: `f('${token}') // x` },
  related: [],
}

test('Markdown holds no secret: it is taken out before it would be escaped', async () => {
  expect(await report([diagnostic], 'markdown', world)).toBe(`**kitewright**: 1 error

**error KW1023**: Error: \\[REDACTED\\] for https\\://\\[REDACTED\\]\\@host and \\[REDACTED\\] --- evil (\`[REDACTED].ts:7:9\`)

\`\`\`
7 | f('${'*'.repeat(40)}') // x
            ^^^
\`\`\`
`)
})

test('text holds none either, and no line of it begins with what others have written', async () => {
  expect(await report([diagnostic], 'text', world))
    .toBe(`error[KW1023]: Error: [REDACTED] for https://[REDACTED]@host and [REDACTED]
    --- evil
 --> [REDACTED].ts:7:9
  |
7 | f('${'*'.repeat(40)}') // x
  |         ^^^

1 error
`)
})

test('words without end are cut, and so are places, errors before warnings', async () => {
  const warning: LocatedDiagnostic = { code: 'KW1001', severity: 'warning', message: 'w', path: [], related: [] }
  const place = { message: 'see' }
  const error: LocatedDiagnostic = {
    ...warning,
    severity: 'error',
    message: `name ${'n'.repeat(300)}: ${'words '.repeat(1000)}`,
    related: Array.from({ length: 30 }, () => place),
  }
  const lines = (await report([...Array.from({ length: 150 }, () => warning), error], 'text', world)).split('\n')
  expect({ count: lines.filter((line) => line.startsWith('warning')).length, end: lines.slice(-18) }).toEqual({
    count: 99,
    end: [
      '',
      expect.stringMatching(
        /^error\[KW1001\]: name n{100}… and 200 more characters: [words ]+… and \d+ more characters$/,
      ),
      ...Array.from({ length: 10 }, () => '  = note: see'),
      '  = note: … and 20 more places',
      '',
      '… and 51 more',
      '',
      '1 error, 150 warnings',
      '',
    ],
  })
})
