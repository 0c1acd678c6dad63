import { block, command, wait } from '@kitewright/core'

const build = command({ key: 'build', command: 'make' })
const release = block({ key: 'release', block: 'Release' })
const releases = { if: 'build.tag != null' }
const onTags = block({ key: 'release', block: 'Release', ...releases })
const deploy = command({ key: 'deploy', command: 'ship' })

export default {
  'a block before it': [build, release, deploy],
  'no block before it': [build, deploy],
  'a block behind it': [build, deploy, release, command({ key: 'ship', command: 'ship' })],
  'a condition that both have': [build, onTags, command({ key: 'deploy', command: 'ship', ...releases })],
  'a block that another one stands beside': [build, release, block({ block: 'Notes', ...releases }), deploy],
  'a block before a wait': [build, release, command({ key: 'image', command: 'a' }), wait(), deploy],
  'a gate that is declared': {
    gates: { deploy: 'release' },
    steps: [build, release, deploy],
  },
  'a dependency that jumps a block, of which KW3101 tells': [
    build,
    release,
    command({ key: 'deploy', command: 'ship', depends_on: 'build', allow: { KW3101: 'it is a preview' } }),
    command({ key: 'ship', command: 'ship' }),
  ],
  'a step that is no deploy': [build, onTags, command({ key: 'ship', command: 'ship' })],
  'a deploy that is only tried': [build, onTags, command({ key: 'ship', command: 'scripts/deploy.sh --dry-run' })],
  'a deploy that the patterns of the team leave out': {
    pipeline: [build, onTags, deploy],
    options: { deploys: ['*-prod'] },
  },
  'a deploy by its name that makes an image': [
    build,
    onTags,
    command({ key: 'deploy-image', command: '.buildkite/scripts/docker-tag.sh --image deploy' }),
  ],
}
