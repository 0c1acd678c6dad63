import { command } from '@kitewright/core'

export default {
  'the message': [command({ label: 'Deploy', command: 'a', if: 'build.message =~ /deploy/' })],
  'the author': [command({ label: 'Publish', command: 'a', if: 'build.author.email == "a@example.com"' })],
  'beside others': [
    command({ key: 'deploy-prod', command: 'a', if: 'build.branch == "main" && build.message =~ /x/' }),
  ],
}
