import { byteText } from './bytes.ts'

const letters: Readonly<Record<string, string>> = {
  n: '\n',
  s: ' ',
  r: '\r',
  t: '\t',
  v: '\v',
  f: '\f',
  b: '\b',
  a: '\x07',
  e: '\x1b',
}

/** What an escape stands for, and where it ends; the problem, if it stands for nothing. */
export interface Escape {
  readonly value: string
  readonly end: number
  readonly problem?: string | undefined
}

/**
 * Reads the escape of a `"…"` string that begins with the backslash at `at`; an unknown `\c` means `c`
 * (docs/spec/conditionals.md §2).
 */
export function readEscape(text: string, at: number, limit: number): Escape {
  const head = text.slice(at + 1, Math.min(at + 4, limit))
  const hex = /^x([0-9A-Fa-f]{2})/.exec(head)
  if (hex) return { value: byteText(parseInt(hex[1]!, 16)), end: at + 4 }
  const octal = /^[0-7]{1,3}/.exec(head)
  if (octal) return readOctal(octal[0], at)
  const char = head[0] ?? '\\'
  return { value: letters[char] ?? char, end: Math.min(at + 2, limit) }
}

function readOctal(digits: string, at: number): Escape {
  const code = parseInt(digits, 8)
  const end = at + 1 + digits.length
  if (code <= 0xff) return { value: byteText(code), end }
  return { value: '', end, problem: `the escape "\\${digits}" is out of range: \\377 is the highest` }
}
