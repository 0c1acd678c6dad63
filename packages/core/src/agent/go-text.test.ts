import { expect, test } from 'vitest'
import { goText, typeName } from './go-text.ts'
import type { Value } from './value.ts'

// Every pair was compared with what buildkite-agent 3.137.0 prints in `env`.
test.each<[Value, string | undefined, string]>([
  ['a', 'a', 'a text'],
  ['', '', 'a text'],
  [true, 'true', 'true'],
  [false, 'false', 'false'],
  [16n, '16', 'an integer'],
  [2n ** 63n - 1n, '9223372036854775807', 'an integer'],
  [2n ** 63n, undefined, 'an integer beyond 2^63'],
  [-(2n ** 63n), '-9223372036854775808', 'an integer'],
  [NaN, 'NaN', 'a floating-point number'],
  [Infinity, '+Inf', 'a floating-point number'],
  [-Infinity, '-Inf', 'a floating-point number'],
  [0, '0', 'a floating-point number'],
  [-0, '-0', 'a floating-point number'],
  [1.5, '1.5', 'a floating-point number'],
  [-123_456.789, '-123456.789', 'a floating-point number'],
  [999_999.5, '999999.5', 'a floating-point number'],
  [1e6, '1e+06', 'a floating-point number'],
  [-1e6, '-1e+06', 'a floating-point number'],
  [1e21, '1e+21', 'a floating-point number'],
  [1e100, '1e+100', 'a floating-point number'],
  [0.0001, '0.0001', 'a floating-point number'],
  [0.000_01, '1e-05', 'a floating-point number'],
  [1.5e-10, '1.5e-10', 'a floating-point number'],
  [null, undefined, 'null'],
  [[], undefined, 'a list'],
  [new Map(), undefined, 'a mapping'],
  [{ timestamp: '2024-01-02T00:00:00Z' }, undefined, 'a timestamp'],
])('%s is written %j, and is called %s', (value, text, name) => {
  expect([goText(value), typeName(value)]).toEqual([text, name])
})
