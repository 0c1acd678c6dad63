import { command } from '@kitewright/core'

const notify = (slack: unknown) => ({ notify: [{ slack }] as never, steps: [command({ command: 'a' })] })

export default {
  'a name': notify('payments'),
  'a name with blanks': notify('payments team'),
  'one of several': notify({ channels: ['#a', 'b'] }),
  'of a step': [command({ command: 'a', notify: [{ slack: 'payments' }] as never })],
  'the second notification': {
    notify: [{ email: 'a@b.c' }, { slack: 'payments' }],
    steps: [command({ command: 'a' })],
  },
}
