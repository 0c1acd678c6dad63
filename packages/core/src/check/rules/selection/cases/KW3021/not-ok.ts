import { command, group, trigger } from '@kitewright/core'

const changed = (if_changed: string) => [command({ command: 'a', if_changed })]

export default {
  'the folder itself before the path': changed('./src/**'),
  'the folder itself alone': changed('./'),
  'a slash before the path': changed('/src/**'),
  'a slash alone': changed('/'),
  'an exclusion': changed('!docs/**'),
  'a folder': changed('src/'),
  'folders below a folder': changed('src/**/'),
  'a range': changed('[a-z]*.md'),
  'a range behind other characters': changed('docs/[_a-c].md'),
  'a range in front of other characters': changed('docs/[a-c_].md'),
  'characters other than those of a range': changed('[^a-z].md'),
  'a range behind other brackets': changed('[ab][0-9].md'),
  'one of a list': [command({ command: 'a', if_changed: ['src/**', '/docs/**'] })],
  'one that must match': [command({ command: 'a', if_changed: { include: './src/**' } })],
  'one of a list that must match': [command({ command: 'a', if_changed: { include: ['src/**', './docs/**'] } })],
  'one that does not count': [command({ command: 'a', if_changed: { include: 'src/**', exclude: 'src/docs/' } })],
  'one of a list that does not count': [
    command({ command: 'a', if_changed: { include: 'src/**', exclude: ['*.md', '!README.md'] } }),
  ],
  'a trigger': [trigger({ trigger: 'shop', if_changed: './src/**' })],
  'a group': [group({ group: 'Tests', if_changed: './src/**', steps: [command({ command: 'a' })] })],
  'in raw': [command({ command: 'a', raw: { if_changed: './src/**' } })],
}
