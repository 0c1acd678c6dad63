import { command, plugin } from '@kitewright/core'

const using = (ref: string) => [command({ command: 'a', plugins: [ref] })]

export default {
  main: using('docker#main'),
  master: using('ours/checks#master'),
  'the head': using('https://git.example.com/checks.git#HEAD'),
  develop: using('docker#develop'),
  latest: using('docker#latest'),
  'another case': using('docker#Main'),
  'a configuration': [command({ command: 'a', plugins: [plugin('docker#main', { image: 'node:22' })] })],
  'a map of plugins': [command({ command: 'a', plugins: { 'docker#main': { image: 'node:22' } } })],
  'in raw': [command({ command: 'a', raw: { plugins: ['docker#main'] } })],
}
