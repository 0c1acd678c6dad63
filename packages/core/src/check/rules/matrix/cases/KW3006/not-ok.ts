import { command } from '@kitewright/core'

const setup = { os: ['linux', 'darwin'], node: ['22', '24'] }
const adjusted = (combination: { readonly [dimension: string]: string } | string) => [
  command({
    label: '{{matrix.os}} {{matrix.node}}',
    command: 'test',
    matrix: { setup, adjustments: [{ with: combination, soft_fail: true }] },
  }),
]

export default {
  'another dimension': adjusted({ os: 'darwin', browser: 'firefox' }),
  'a slip': adjusted({ os: 'darwin', nod: '22' }),
  'another case': adjusted({ OS: 'darwin', node: '22' }),
  'two other dimensions': adjusted({ browser: 'firefox', screen: 'large' }),
  'no dimension': adjusted('darwin'),
  'a dimension where the only one has no name': [
    command({
      command: 'test {{matrix}}',
      matrix: { setup: ['linux', 'darwin'], adjustments: [{ with: { browser: 'firefox' }, soft_fail: true }] },
    }),
  ],
  'the second adjustment': [
    command({
      label: '{{matrix.os}} {{matrix.node}}',
      command: 'test',
      matrix: {
        setup,
        adjustments: [
          { with: { os: 'darwin', node: '22' }, soft_fail: true },
          { with: { os: 'darwin', browser: 'firefox' }, soft_fail: true },
        ],
      },
    }),
  ],
  'a combination that is added without a dimension': adjusted({ os: 'windows' }),
}
