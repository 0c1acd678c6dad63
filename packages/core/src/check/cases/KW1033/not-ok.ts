import { command, group, interpolated, trigger, wait } from '@kitewright/core'

const unit = command({ command: 'npm test' })
const having = (more: object) => [command({ command: 'npm test', ...more })]

export default {
  'a fraction for a whole number': having({ timeout_in_minutes: 1.5 }),
  'text with a variable for a number': having({ timeout_in_minutes: '$MINUTES' }),
  'text with a variable where the agent fills in nothing': having({ checkout: { depth: '$DEPTH' } }),
  'an expression for a list': having({ matrix: interpolated('$MATRIX') }),
  'a list for a number': having({ parallelism: [2] }),
  'text for a map': having({ env: 'A=1' }),
  'a list for a map': having({ env: ['A=1'] }),
  'text for a map of which there is an example': having({ retry: 'always' }),
  'a map for a command': having({ command: { run: 'npm test' } }),
  'a map in a list of commands': having({ command: ['npm ci', { run: 'npm test' }] }),
  'a map for a variable': having({ env: { A: { b: 1 } } }),
  'a number for a plugin': having({ plugins: [5] }),
  'text for plugins': having({ plugins: 'docker#v5.13.0' }),
  'a boolean for a map': having({ checkout: true }),
  'a word for a boolean': having({ cancel_on_build_failing: 'yes' }),
  'text of forty characters': having({ parallelism: 'x'.repeat(40) }),
  'text of forty-one characters': having({ parallelism: 'x'.repeat(41) }),
  'text for the build of a trigger': [trigger({ trigger: 'deploy', build: 'main' as never })],
  'text for whether a wait goes on': [
    unit,
    wait({ continue_on_failure: 'always' as never }),
    command({ command: 'b' }),
  ],
  'a list for the name of a group': [group({ group: ['Tests'] as never, steps: [unit] })],
  'text for the priority of the pipeline': { priority: 'high', steps: [unit] },
  'text with a variable for the priority of the pipeline': { priority: '$PRIORITY', steps: [unit] },
  'null for the environment of the pipeline': { env: null, steps: [unit] },
  'another word for a boolean': having({ soft_fail: 'no' }),
  'a list of exit statuses to forgive at once': having({ soft_fail: [{ exit_status: [1, 2] }] }),
  'text for tags that are none': having({ agents: 'linux' }),
}
