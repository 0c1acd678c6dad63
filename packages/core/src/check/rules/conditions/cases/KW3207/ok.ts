import { command } from '@kitewright/core'

const told = (name: string, words: readonly string[]) =>
  words.map((word) => command({ command: 'a', notify: [{ slack: '#builds', if: `${name} == "${word}"` }] }))
const toldOfBuild = (name: string, words: readonly string[]) => ({
  notify: words.map((word) => ({ slack: '#builds', if: `${name} == "${word}"` })),
  steps: [command({ command: 'a' })],
})

export default {
  'the states of a build': toldOfBuild('build.state', [
    'creating',
    'scheduled',
    'running',
    'started',
    'blocked',
    'passed',
    'failing',
    'failed',
    'canceling',
    'canceled',
    'skipped',
    'not_run',
  ]),
  'the states of a blocked build': toldOfBuild('build.blocked_state', ['passed', 'failed', 'running']),
  'the sources of a build': toldOfBuild('build.source', [
    'ui',
    'api',
    'webhook',
    'trigger_job',
    'schedule',
    'pipeline_trigger',
  ]),
  'the types of a step': told('step.type', ['command', 'wait', 'input', 'trigger', 'group']),
  'the states of a step': told('step.state', [
    'ignored',
    'waiting_for_dependencies',
    'ready',
    'waiting_for_input',
    'running',
    'failing',
    'canceled',
    'finished',
  ]),
  'the outcomes of a step': told('step.outcome', ['neutral', 'passed', 'soft_failed', 'hard_failed', 'errored']),
  'what is known in the build': told('step.state', ['$STATE', 'a-${STATE}']),
  'no word': [command({ command: 'a', if: 'build.source == null' })],
}
