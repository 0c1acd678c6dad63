import { command, group } from '@kitewright/core'

/** A step as a copy of the library with values of another shape makes it. */
function ofShape(version: number, kind = 'command'): never {
  const step = { label: 'Unit', command: 'npm test' }
  Object.defineProperty(step, Symbol.for('kitewright.step'), { value: { kind, version, trace: {} } })
  return step as never
}

const lint = command({ label: 'Lint', command: 'lint' })

export default {
  'an older one': [lint, ofShape(0)],
  'a newer one': [lint, ofShape(2)],
  'in a group': [group({ group: 'Tests', steps: [lint, ofShape(2)] })],
  'alone in a group': [group({ group: 'Tests', steps: [ofShape(2)] })],
  alone: [ofShape(2)],
  'a kind that this version does not know': [lint, ofShape(2, 'teleport')],
  'a step depends on it too': ((old: never) => [old, command({ command: 'deploy', depends_on: old })])(ofShape(2)),
}
