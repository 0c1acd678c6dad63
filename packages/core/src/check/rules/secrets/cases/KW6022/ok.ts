import { command, group } from '@kitewright/core'

export default {
  'no pull request': [command({ command: 'a', secrets: ['NPM_TOKEN'], if: 'build.pull_request.id == null' })],
  'no fork': [command({ command: 'a', secrets: ['NPM_TOKEN'], if: '!build.pull_request.repository.fork' })],
  'the group is asked': [
    group({
      group: 'a',
      if: 'build.pull_request.id == null',
      steps: [command({ command: 'a', secrets: ['NPM_TOKEN'] })],
    }),
  ],
  'no secret': [command({ command: 'a' })],
}
