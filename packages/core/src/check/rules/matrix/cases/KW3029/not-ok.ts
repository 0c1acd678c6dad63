import { command } from '@kitewright/core'

const step = (attributes: object) => [command({ command: 'a {{matrix}}', matrix: ['a', 'b'], ...attributes })]

export default {
  'in the command': step({ command: 'make ${{matrix}}' }),
  'in a list of commands': step({ command: ['npm ci', 'npm test ${{ matrix }}'] }),
  'in the environment': step({ env: { OS: '${{ matrix }}' } }),
  'a dimension': step({ command: 'make ${{matrix.os}}', matrix: { setup: { os: ['a', 'b'] } } }),
}
