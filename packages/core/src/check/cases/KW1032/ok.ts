import { block, command, group, input, plugin, trigger, wait } from '@kitewright/core'

const unit = command({ command: 'npm test' })

export default {
  'what each kind needs': [
    unit,
    block({ block: 'Go' }),
    input({ input: 'Notes' }),
    trigger({ trigger: 'deploy' }),
    group({ group: 'Tests', steps: [command({ command: 'a' })] }),
    wait(),
    command({ command: 'b' }),
  ],
  'plugins instead of a command': [command({ plugins: [plugin('docker#v5.13.0')] } as never)],
  'a group without a name, as null': [group({ group: null as never, steps: [unit] })],
  'a command in raw': [command({ label: 'Unit', raw: { command: 5 } } as never)],
  'nothing but raw': [command({ raw: { teleport: 'mars' } } as never)],
  'an empty command': [command({ command: '', plugins: [{ 'docker#v5.12.0': {} }] })],
}
