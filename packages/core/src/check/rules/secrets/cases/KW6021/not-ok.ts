import { command } from '@kitewright/core'

export default {
  docker: [
    command({ command: 'a', plugins: [{ 'docker#v5.13.0': { image: 'node:22', 'propagate-environment': true } }] }),
  ],
  compose: [
    command({ command: 'a', plugins: [{ 'docker-compose#v5.5.0': { run: 'app', 'propagate-environment': 'true' } }] }),
  ],
}
