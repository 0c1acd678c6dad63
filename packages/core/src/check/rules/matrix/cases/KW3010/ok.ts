import { block, command, group, trigger, type CommandOptions } from '@kitewright/core'

const matrix = ['linux', 'darwin']
const alone = (options: Partial<CommandOptions>) => [command({ command: 'test', ...options })]

export default {
  'a matrix': alone({ command: 'test {{matrix}}', matrix }),
  'a matrix in raw': alone({ command: 'test {{matrix}}', raw: { matrix } }),
  'what stands for something else': alone({
    command: 'helm template --set {{ .Values.matrix }} {{matrices}} {{ matrix os }}',
  }),
  'single braces': alone({ command: 'echo {matrix}' }),
  'where nothing is filled in': alone({
    key: '{{matrix}}',
    if: 'build.message =~ /{{matrix}}/',
    concurrency: 1,
    concurrency_group: '{{matrix}}',
  }),
  'steps that take no matrix': [
    trigger({ trigger: 'shop', label: '{{matrix}}' }),
    block({ block: '{{matrix}}' }),
    group({ group: '{{matrix}}', steps: [command({ command: 'a' })] }),
  ],
}
