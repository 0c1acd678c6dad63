import { command, group } from '@kitewright/core'

const env = (value: number) => [command({ command: 'a', env: { A: value } })]

export default {
  'one more than the greatest': env(2 ** 53),
  'one less than the least': env(-(2 ** 53)),
  'a great number': env(1e300),
  infinity: env(Infinity),
  'infinity below zero': env(-Infinity),
  'no number': env(Number.NaN),
  'a fraction that Go writes with an exponent': env(0.000_01),
  'an exponent that Go writes with two digits': env(1e-7),
  'a great fraction': env(1_234_567.5),
  'a small number of a matrix': [command({ command: 'a {{matrix}}', matrix: [0.000_01, 1] })],
  'in raw': [command({ command: 'a', raw: { to_come: [1, { deep: 1e300 }] } })],
  'in a group': [group({ group: 'Tests', steps: env(1e300) })],
  'of the pipeline': { env: { A: 1e300 }, steps: env(1) },
}
