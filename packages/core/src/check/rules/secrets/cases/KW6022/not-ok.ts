import { command } from '@kitewright/core'

export default {
  'no condition': [command({ command: 'a', secrets: ['NPM_TOKEN'] })],
  'a condition about something else': [command({ command: 'a', secrets: ['NPM_TOKEN'], if: 'build.branch == "main"' })],
}
