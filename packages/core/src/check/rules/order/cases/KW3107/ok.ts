import { block, command, group, input, wait } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const lint = command({ key: 'lint', command: 'npm run lint' })
const ship = command({ key: 'ship', command: 'ship' })
const release = block({ key: 'release', block: 'Release' })

export default {
  'a wait between steps': [unit, wait(), lint],
  'a wait between groups': [group({ group: 'A', steps: [unit] }), wait(), group({ group: 'B', steps: [lint] })],
  'a wait beside an input': [unit, wait(), input({ input: 'Name' }), wait(), lint],
  'a condition beside another wait': [unit, wait(), wait({ if: 'build.tag == null' }), lint],
  'branches beside another wait': [unit, wait(), wait({ branches: 'main' }), lint],
  'dependencies beside another wait': [unit, wait(), wait({ depends_on: unit }), lint],
  'behind a wait with a condition': [unit, wait({ if: 'build.tag == null' }), wait(), lint],
  'behind a wait on some branches': [unit, wait({ branches: 'main' }), wait(), lint],
  'behind a wait that names what it waits for': [unit, wait({ depends_on: unit }), wait(), lint],
  'behind a wait that goes on after a failure': [unit, wait({ continue_on_failure: true }), wait(), lint],
  'going on after a failure beside another wait': [unit, wait(), wait({ continue_on_failure: true }), lint],
  'going on after a failure, as text': [
    unit,
    wait(),
    wait({ continue_on_failure: 'true' as unknown as boolean }),
    lint,
  ],
  'a condition at the beginning': [wait({ if: 'build.tag == null' }), unit],
  'a condition beside a block': [unit, wait({ if: 'build.tag == null' }), release, ship],
  'a condition in raw': [unit, wait(), wait({ raw: { if: 'build.tag == null' } }), lint],
  'a block that names what it waits for': [unit, wait(), block({ block: 'Release', depends_on: unit }), wait(), ship],
  'a block further on': [unit, wait(), lint, release, ship],
  'a wait that is named': [
    unit,
    wait(),
    wait({ key: 'tested' }),
    lint,
    command({ command: 'ship', depends_on: 'tested' }),
  ],
  'a wait that is named, at the end of its group': [
    group({ group: 'Tests', steps: [unit, lint, wait({ key: 'tested' })] }),
    command({ command: 'ship', depends_on: 'tested' }),
  ],
  'at the beginning of an upload': [wait(), unit],
  'at the end of an upload': [unit, wait()],
  'alone in an upload': [wait()],
  'before a block with a condition': [unit, wait(), block({ block: 'Release', if: 'build.tag == null' }), ship],
  'behind a block on some branches': [unit, block({ block: 'Release', branches: 'main' }), wait(), ship],
}
