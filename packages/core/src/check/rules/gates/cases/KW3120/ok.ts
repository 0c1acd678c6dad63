import { block, command } from '@kitewright/core'

const image = command({ key: 'image', command: 'make image' })
const ship = block({ key: 'ship', block: 'Ship' })
const set = 'kubectl set image deployment/payments app=payments:1'

export default {
  'no block': [image, command({ key: 'deploy', command: set })],
  'a block that it does not wait for': [image, command({ key: 'deploy', command: set, depends_on: 'image' }), ship],
  'a script of the author': [image, ship, command({ key: 'deploy', command: 'scripts/deploy prod' })],
  'a program that is not known': [image, ship, command({ key: 'deploy', command: ['make deploy', set] })],
  'a question about the commit': [
    image,
    ship,
    command({ key: 'deploy', command: `git merge-base --is-ancestor "$(deployed)" HEAD && ${set}` }),
  ],
  'a plugin beside it': [image, ship, command({ key: 'deploy', command: set, plugins: ['acme/in-order#v1.0.0'] })],
  'a tool that deploys nothing here': [
    image,
    ship,
    command({ key: 'deploy', command: 'kubectl rollout status deployment/payments' }),
  ],
  'a step that is no deploy': [image, ship, command({ key: 'preview', command: set })],
}
