import { block, command, trigger } from '@kitewright/core'

const build = command({ key: 'build', command: 'make' })
const lint = command({ key: 'lint', command: 'npm run lint' })
const release = block({ key: 'release', block: 'Release' })
const releases = { if: 'build.tag != null' }
const onTags = block({ key: 'release', block: 'Release', ...releases })
const deploy = command({ key: 'deploy', command: 'ship' })

export default {
  'a block that a condition leaves out': [build, onTags, deploy],
  'a step between that a condition leaves out': [
    build,
    release,
    command({ key: 'image', command: 'a', depends_on: 'release', ...releases }),
    command({ key: 'deploy', command: 'ship', depends_on: 'image' }),
  ],
  'a deploy that tolerates failures before the block': [
    build,
    release,
    command({ key: 'deploy', command: 'ship', allow_dependency_failure: true }),
  ],
  'a deploy that waits for nothing': [
    build,
    release,
    command({ key: 'deploy', command: 'ship', depends_on: [] }),
    lint,
  ],
  'blocks of which a build may have none': [
    build,
    block({ key: 'release', block: 'Release', if: 'build.branch == "main"' }),
    block({ key: 'again', block: 'Again', ...releases }),
    deploy,
  ],
  'a deploy by its command': [build, onTags, command({ key: 'ship', command: ['cd app', 'scripts/deploy.sh prod'] })],
  'a deploy by what it triggers': [build, onTags, trigger({ key: 'ship', trigger: 'payments-deploy' })],
  'a deploy by its concurrency group': [
    build,
    onTags,
    command({ key: 'ship', command: 'ship', concurrency: 1, concurrency_group: 'payments/production' }),
  ],
  'a deploy by the patterns of the team': {
    pipeline: [build, onTags, command({ key: 'ship-prod', command: 'ship' })],
    options: { deploys: ['ship-*'] },
  },
}
