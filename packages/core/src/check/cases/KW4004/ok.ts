import { command } from '@kitewright/core'

const env = (value: unknown) => [command({ command: 'a', env: { A: value } as never })]

export default {
  zero: env(0),
  'below zero': env(-1),
  'a fraction': env(0.1),
  'a small fraction': env(1e-300),
  'a fraction beyond the greatest whole number': env(1.5),
  'the greatest whole number': env(2 ** 53 - 1),
  'the least whole number': env(-(2 ** 53 - 1)),
  'a great fraction below a million': env(123_456.5),
  'a small fraction where a number is wanted': [
    command({ command: 'a', plugins: [{ 'acme/x#v1.0.0': { least: 0.000_01 } }] }),
  ],
  'a greater number as text': env('9007199254740993'),
}
