import { command, interpolated } from '@kitewright/core'

const on = { command: 'test {{matrix}}', matrix: ['linux', 'darwin'] }

export default {
  'a matrix and equal jobs': [command({ ...on, parallelism: 3 })],
  'a matrix and one job': [command({ ...on, parallelism: 1 })],
  'as many jobs as the agent fills in': [command({ ...on, parallelism: interpolated('$SHARES') })],
  'in raw': [command({ command: 'test {{matrix}}', matrix: ['linux', 'darwin'], raw: { parallelism: 3 } })],
}
