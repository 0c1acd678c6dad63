import { command, group, interpolated, interpolatedKey } from '@kitewright/core'

const value = interpolated('$VALUE')
const having = (more: object) => [command({ command: 'npm test', ...more })]
const checkout = (more: object) => having({ checkout: more })

export default {
  'a secret': having({ secrets: [value] }),
  'a secret in a map': having({ secrets: { TOKEN: value } }),
  'the variable of a secret': having({ secrets: { [interpolatedKey('$VALUE')]: 'token' } }),
  'a key of a secret in a list': having({ secrets: [{ key: value }] }),
  'whether a checkout is skipped': checkout({ skip: value }),
  'submodules of a checkout': checkout({ submodules: value }),
  'large files of a checkout': checkout({ lfs: value }),
  'depth of a checkout': checkout({ depth: value }),
  'paths of a sparse checkout': checkout({ sparse: { paths: [value] } }),
  'the ssh key of a checkout': checkout({ ssh_secret: value }),
  'how commits are verified': checkout({ commit_verification: value }),
  'whether an adjustment is skipped': having({
    command: '{{matrix}}',
    matrix: { setup: ['a', 'b'], adjustments: [{ with: 'a', skip: value }] },
  }),
  'an unknown part of a cache, in raw': having({ raw: { cache: { paths: ['a'], other: value } } }),
  'a signature': having({ signature: { value } }),
  'in a group': [group({ group: 'Tests', steps: having({ secrets: [value] }) })],
  'a secret of the pipeline': { secrets: [value], steps: having({}) },
  'the depth of the checkout of the pipeline': { checkout: { depth: value }, steps: having({}) },
}
