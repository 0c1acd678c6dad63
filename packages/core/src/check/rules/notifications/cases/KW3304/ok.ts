import { command, interpolated } from '@kitewright/core'

const notify = (slack: unknown) => ({ notify: [{ slack }] as never, steps: [command({ command: 'a' })] })

export default {
  'a channel': notify('#payments'),
  'a channel of a workspace': notify('acme#payments'),
  'a person': notify('@anna'),
  'an id': notify('C0123ABCDEF'),
  'several channels': notify({ channels: ['#a', '@b'], message: 'done' }),
  'what is filled in': notify(interpolated('$CHANNEL')),
  'a variable': { steps: [command({ command: 'a', notify: [{ slack: interpolated('#$X') }] as never })] },
}
