import { command } from '@kitewright/core'

export default {
  'of a list': { secrets: ['NPM_TOKEN'], steps: [command({ command: 'a' })] },
  'of a map': { secrets: { TOKEN: 'NPM_TOKEN' }, steps: [command({ command: 'a' })] },
}
