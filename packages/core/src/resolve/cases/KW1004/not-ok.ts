import { command, group, ifPresent, interpolated, wait } from '@kitewright/core'

const step = (key: string, ...depends_on: readonly string[]) => command({ key, command: key, depends_on })

export default {
  'a step that waits for itself': [command({ key: 'a', command: 'a', depends_on: 'a' })],
  'two steps': [step('a', 'b'), step('b', 'a')],
  'three steps': [step('a', 'c'), step('b', 'a'), step('c', 'b')],
  'three steps, beside others': [step('x'), step('a', 'x', 'c'), step('b', 'a'), step('c', 'b'), step('y', 'c')],
  'a step that waits for its own group': [group({ group: 'Tests', key: 'g', steps: [step('a', 'g')] })],
  'a group that waits for its own step': [group({ group: 'Tests', key: 'g', depends_on: 'a', steps: [step('a')] })],
  'a group that waits for itself': [group({ group: 'Tests', key: 'g', depends_on: 'g', steps: [step('a')] })],
  'two groups, through their steps': [
    group({ group: 'G', key: 'g', depends_on: 'h', steps: [step('a')] }),
    group({ group: 'H', key: 'h', steps: [step('b', 'a')] }),
  ],
  'two steps, with a wait behind them': [step('a', 'b'), step('b', 'a'), wait(), step('c')],
  'a step that waits for its own group, with a wait behind them': [
    group({ group: 'Tests', key: 'g', steps: [step('a', 'g')] }),
    wait(),
    step('c'),
  ],
  'a group that waits for its own step, with a wait behind them': [
    group({ group: 'Tests', key: 'g', depends_on: 'a', steps: [step('a')] }),
    wait(),
    step('c'),
  ],
  'two groups, through their steps, with a wait behind them': [
    group({ group: 'G', key: 'g', depends_on: 'h', steps: [command({ key: 'a', command: 'a' })] }),
    group({ group: 'H', key: 'h', steps: [step('b', 'a')] }),
    wait(),
    step('c'),
  ],
  'a step whose key the agent fills in': (() => {
    const keyed = command({ key: interpolated('a-$A'), command: 'a', depends_on: 'b' })
    return [keyed, command({ key: 'b', command: 'b', depends_on: keyed })]
  })(),
  'through a step that is present': (() => {
    const a = step('a', 'b')
    return [a, command({ key: 'b', command: 'b', depends_on: ifPresent(a) })]
  })(),
  'steps known by their labels': [
    command({ label: 'Unit', command: 'a', depends_on: 'lint' }),
    command({ label: 'Lint', command: 'b', depends_on: 'unit' }),
  ],
  'the dependency that closes it is one of several': [step('x'), step('y'), step('a', 'x', 'y', 'b'), step('b', 'a')],
}
