import { command, interpolated, plugin } from '@kitewright/core'

const having = (more: object) => [command({ command: 'npm test', ...more })]

export default {
  'a whole number': having({ timeout_in_minutes: 5 }),
  'a boolean': having({ cancel_on_build_failing: true }),
  'a boolean as text': having({ cancel_on_build_failing: 'true' }),
  'a list of texts': having({ artifact_paths: ['a', 'b'] }),
  'a list of no texts': having({ artifact_paths: [] }),
  'a command of several lines': having({ command: ['npm ci', 'npm test'] }),
  'numbers and booleans in the environment': having({ env: { A: 1, B: true, C: null } }),
  'a negative priority': having({ priority: -1 }),
  'what the agent fills in': having({ parallelism: interpolated('$N') }),
  'what the agent fills in, as text': having({ label: interpolated('$N') }),
  'a number in raw': having({ raw: { timeout_in_minutes: '5' } }),
  'any configuration of a plugin': having({ plugins: [plugin('x#v1.0.0', { a: [1, { b: null }] })] }),
  'false where true makes no sense': having({ cache: false }),
  'several forms of a retry': having({ retry: { automatic: true, manual: { allowed: false } } }),
}
