import { command, interpolated } from '@kitewright/core'

const on = (branches: string) => command({ command: 'a', branches })

export default {
  'names and patterns': [on('main release/* !release/old v*.0')],
  'a slash at one end': [on('/main'), on('main/'), on('/')],
  'nothing between slashes': [on('//')],
  'nothing in brackets': [on('v[]')],
  'slashes in two places': [on('/a/b'), on('a/b/')],
  'a caret inside': [on('a^b')],
  'one bracket': [on('a[b'), on('a]b'), on('a]b[c')],
  'characters that patterns and names have': [on('a.b'), on('a+b'), on('a?'), on('a{b}')],
  'an empty list': [command({ command: 'a', branches: [] })],
  'what the agent fills in': [command({ command: 'a', branches: interpolated('^release/${VERSION}$') })],
}
