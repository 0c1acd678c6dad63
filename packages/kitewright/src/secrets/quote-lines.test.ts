import { expect, test } from 'vitest'
import { maskOf } from './mask.ts'
import { quoteLines } from './quote-lines.ts'

test("another program's lines are indented, without colours, signs for the terminal, and secrets that come in pieces", () => {
  const written: string[] = []
  const output = { isTerminal: false, write: (text: string) => void written.push(text) }
  const lines = quoteLines(output, maskOf(['first-line\nlast']))
  lines.write('\u001B[31m--- red\u001B[0m\u0007\n+++ two\n')
  lines.write('key first-line\n')
  lines.write('last\nnext\n')
  lines.write('no end')
  lines.end()
  expect(written).toEqual(['  --- red␇\n  +++ two\n', '  key [REDACTED]\n  next\n', '  no end\n'])
})
