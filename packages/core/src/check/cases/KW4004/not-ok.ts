import { command, group } from '@kitewright/core'

const env = (value: number) => [command({ command: 'a', env: { A: value } })]

export default {
  'one more than the greatest': env(2 ** 53),
  'one less than the least': env(-(2 ** 53)),
  'a great number': env(1e300),
  infinity: env(Infinity),
  'infinity below zero': env(-Infinity),
  'no number': env(Number.NaN),
  'in raw': [command({ command: 'a', raw: { to_come: [1, { deep: 1e300 }] } })],
  'in a group': [group({ group: 'Tests', steps: env(1e300) })],
  'of the pipeline': { env: { A: 1e300 }, steps: env(1) },
}
