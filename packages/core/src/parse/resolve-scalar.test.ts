import { expect, test } from 'vitest'
import { resolvePlain } from './resolve-scalar.ts'

// Every pair was compared with what buildkite-agent 3.137.0 prints.
test.each([
  ['yes', 'str', 'yes'],
  ['True', 'bool', true],
  ['~', 'null', null],
  ['', 'null', null],
  ['010', 'int', 8n],
  ['08', 'float', 8],
  ['0o17', 'int', 15n],
  ['-0o17', 'int', -15n],
  ['0x10', 'int', 16n],
  ['+0x10', 'int', 16n],
  ['0x_1', 'int', 1n],
  ['0x', 'str', '0x'],
  ['0b11', 'int', 3n],
  ['1_000', 'int', 1000n],
  ['1__0', 'int', 10n],
  ['_1', 'str', '_1'],
  ['1.', 'float', 1],
  ['.5', 'float', 0.5],
  ['.1_0', 'float', 0.1],
  ['._1', 'str', '._1'],
  ['.5_', 'str', '.5_'],
  ['1e999', 'str', '1e999'],
  ['1e3', 'float', 1000],
  ['9223372036854775808', 'int', 9223372036854775808n],
  ['18446744073709551616', 'float', 18446744073709552000],
  ['-9223372036854775809', 'float', -9223372036854776000],
  ['1:30', 'str', '1:30'],
  ['.inf', 'float', Number.POSITIVE_INFINITY],
  ['<<', 'merge', '<<'],
  ['2024-01-02', 'timestamp', { timestamp: '2024-01-02T00:00:00Z' }],
  ['2024-1-2', 'timestamp', { timestamp: '2024-01-02T00:00:00Z' }],
  ['2024-02-30', 'str', '2024-02-30'],
  ['2024-01-02 3:4:5.10', 'timestamp', { timestamp: '2024-01-02T03:04:05.1Z' }],
  ['2024-01-02T03:04:05+02:00', 'timestamp', { timestamp: '2024-01-02T03:04:05+02:00' }],
  ['2024-01-02T03:04:05', 'str', '2024-01-02T03:04:05'],
])('%s is %s', (text, tag, value) => {
  expect(resolvePlain(text)).toEqual({ tag, value })
})
