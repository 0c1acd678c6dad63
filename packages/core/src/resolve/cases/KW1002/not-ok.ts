import { command, group, matrix } from '@kitewright/core'

const image = command({ key: 'image', command: 'docker build .' })
const unit = command({ label: ':test_tube: Unit', command: 'npm test' })
const versions = matrix({ version: ['22', '24'] })
const dependent = (depends_on: string) => command({ label: 'Deploy', command: 'deploy', depends_on })

export default {
  'a misspelled key': [image, dependent('imgae')],
  'another case': [image, dependent('Image')],
  'a label where a key is meant': [unit, dependent(':test_tube: Unit')],
  'a key of another upload': [image, dependent('compile-everything')],
  'the second of a list': [image, command({ command: 'deploy', depends_on: ['image', 'imagine'] })],
  'a list in a list': [image, command({ command: 'deploy', depends_on: ['image', [['imagine']]] })],
  'a step that may fail': [image, command({ command: 'deploy', depends_on: [{ step: 'imagine' }] })],
  'a step in a group depends on it': [image, group({ group: 'Deploys', steps: [dependent('imagine')] })],
  'a group depends on it': [image, group({ group: 'Deploys', depends_on: 'imagine', steps: [unit] })],
  'a pipeline with attributes': { env: { A: '1' }, steps: [image, dependent('imagine')] },
  'one job of a matrix, by its label': [
    command({ label: 'Node {{matrix.version}}', command: 'npm test {{matrix.version}}', matrix: versions }),
    dependent('node-22'),
  ],
  'one job of a matrix, by its label with space in the token': [
    command({ label: 'Node {{ matrix.version }}', command: 'npm test {{matrix.version}}', matrix: versions }),
    dependent('node-22'),
  ],
  'one job of a matrix, by its key': [
    command({ key: 'node', command: 'npm test {{matrix.version}}', matrix: versions }),
    dependent('node-22'),
  ],
  'one job of a matrix whose label has no token': [
    command({ label: 'Node', command: 'npm test {{matrix.version}}', matrix: versions }),
    dependent('node-22'),
  ],
  'one job of a matrix whose label begins with the token': [
    command({ label: '{{matrix.version}} tests', command: 'npm test {{matrix.version}}', matrix: versions }),
    dependent('22-tests'),
  ],
  'a key that begins with a hyphen, and a matrix whose label begins with the token': [
    command({ label: '{{matrix.version}} tests', command: 'npm test {{matrix.version}}', matrix: versions }),
    dependent('-22-and-more'),
  ],
  'one job of the first of two matrices': [
    command({ label: 'Node {{matrix.version}}', command: 'npm test {{matrix.version}}', matrix: versions }),
    command({ label: 'Node {{matrix.version}} lint', command: 'lint {{matrix.version}}', matrix: versions }),
    dependent('node-22'),
  ],
  'a key that begins like a matrix without a hyphen': [
    command({ label: 'Node {{matrix.version}}', command: 'npm test {{matrix.version}}', matrix: versions }),
    dependent('nodeserver-and-more'),
  ],
  'a key that begins like a step without a matrix': [image, dependent('image-of-everything-else')],
  'a key that begins like a matrix that is not there': [
    command({ key: 'node', command: 'npm test', matrix: undefined }),
    dependent('node-22-with-everything'),
  ],
  'no key is known': [command({ command: 'npm test' }), command({ command: 'deploy', depends_on: 'unit' })],
}
