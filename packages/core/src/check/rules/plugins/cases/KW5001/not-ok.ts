import { command, group, plugin } from '@kitewright/core'

const using = (ref: string) => [command({ command: 'a', plugins: [ref] })]

export default {
  'a name': using('docker'),
  'an owner and a name': using('ours/checks'),
  'an address': using('https://git.example.com/checks.git'),
  'no version behind the sign': using('docker#'),
  'a name that begins with that of a stack': using('kubernetes-deploy'),
  'a name that ends with that of a stack': using('our-kubernetes'),
  'a name with a dot and a slash inside': using('ours.org/checks'),
  'a configuration': [command({ command: 'a', plugins: [{ docker: { image: 'node:22' } }] })],
  'a plugin with a configuration': [command({ command: 'a', plugins: [plugin('docker', { image: 'node:22' })] })],
  'a plugin without one': [command({ command: 'a', plugins: [plugin('docker')] })],
  'a map of plugins': [command({ command: 'a', plugins: { docker: { image: 'node:22' } } })],
  'the second plugin': [command({ command: 'a', plugins: ['docker#v5.13.0', 'npm'] })],
  'permitted in another step': [
    command({ command: 'a', plugins: ['docker'] }),
    command({ command: 'a', plugins: ['docker'], allow: { KW5001: 'tried every day' } }),
  ],
  'permitted in another group': [
    group({ group: 'A', allow: { KW5001: 'tried every day' }, steps: using('docker') }),
    group({ group: 'B', steps: using('docker') }),
  ],
  'in a group': [group({ group: 'Tests', steps: using('docker') })],
  'in raw': [command({ command: 'a', raw: { plugins: ['docker'] } })],
}
