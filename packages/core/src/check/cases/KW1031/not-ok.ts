import { block, command, group, input, trigger, wait } from '@kitewright/core'

const unit = command({ command: 'npm test' })
const having = (more: object) => [command({ command: 'npm test', ...more })]

export default {
  'a misspelled name': having({ timeout_in_minute: 5 }),
  'a name in another case': having({ Timeout_In_Minutes: 5 }),
  'a name with hyphens': having({ 'timeout-in-minutes': 5 }),
  'an alias': having({ name: 'Unit' }),
  'an alias of another name': having({ timeout: 5 }),
  'a name of another kind of step': having({ continue_on_failure: true }),
  'a name of two other kinds of step': having({ blocked_state: 'running' }),
  'inside a map': having({ retry: { automatc: true } }),
  'inside a list': having({ retry: { automatic: [{ exit_status: 1, limt: 2 }] } }),
  'inside a notification': having({ notify: [{ slack: '#a', iff: 'true' }] }),
  'a notification of an unknown kind': having({ notify: [{ slak: '#a' }] }),
  'beside raw': having({ raw: { to_come: 5 }, timeout_in_minute: 5 }),
  'of a block': [block({ block: 'Go', promt: 'Sure?' } as never), unit],
  'of an input': [input({ input: 'Notes', promt: 'Sure?' } as never), unit],
  'of a wait': [unit, wait({ continue_on_failures: true } as never), command({ command: 'b' })],
  'of a group': [group({ group: 'Tests', agents: { queue: 'x' }, steps: [unit] } as never)],
  'in a group': [group({ group: 'Tests', steps: [command({ command: 'a', labl: 'x' } as never)] })],
  'of the pipeline': { agent: { queue: 'x' }, steps: [unit] },
  'of the pipeline, as steps have it': { timeout_in_minutes: 5, steps: [unit] },
  'a word of another system': having({ needs: ['lint'] }),
  'another word of another system': having({ 'runs-on': 'ubuntu' }),
  'a notification that only builds have': having({ email: 'a@example.com' }),
  'the same among the notifications of a step': having({ notify: [{ email: 'a@example.com' }] }),
  'the environment of a trigger': [trigger({ trigger: 'deploy', env: { A: '1' } } as never)],
}
