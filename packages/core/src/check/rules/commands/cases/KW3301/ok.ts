import { command, interpolated } from '@kitewright/core'

const step = (more: object) => [command(more as never)]

export default {
  'a command': step({ command: 'make' }),
  'a blank line among others': step({ command: ['make', ''] }),
  'a plugin that runs instead': step({ command: '', plugins: [{ 'docker#v5.12.0': { image: 'node' } }] }),
  'what is filled in': step({ command: interpolated('$COMMAND') }),
}
