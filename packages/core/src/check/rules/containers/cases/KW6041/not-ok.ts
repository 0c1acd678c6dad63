import { command } from '@kitewright/core'

export default {
  'an option of a plugin': [
    command({ command: 'a', plugins: [{ 'docker#v5.13.0': { image: 'a', privileged: true } }] }),
  ],
  'the socket': [
    command({
      command: 'a',
      plugins: [{ 'docker#v5.13.0': { image: 'a', volumes: ['/var/run/docker.sock:/var/run/docker.sock'] } }],
    }),
  ],
  'a command': [command({ command: 'docker run --privileged a' })],
}
