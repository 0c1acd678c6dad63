import { expect, test } from 'vitest'
import { block } from '../dsl/block.ts'
import { command } from '../dsl/command.ts'
import { group } from '../dsl/group.ts'
import { resolve } from '../resolve/resolve.ts'
import { conditions } from './conditions.ts'

function notify(text: string): { readonly notify: { readonly slack: string; readonly if: string }[] } {
  return { notify: [{ slack: '#a', if: text }] }
}

test('a condition is found in `if`, and in notifications, where it is asked when a build or a step is over', () => {
  const steps = [
    command({ command: 'a', if: 'true', ...notify('false') }),
    group({ group: 'g', if: '1 == 1', ...notify('1 == 2'), steps: [command({ command: 'b', raw: { if: 'null' } })] }),
    block({ block: 'b' }),
  ]
  const { graph } = resolve({ value: { ...notify('2 == 2'), steps }, trace: {} })
  const told = conditions(graph).map(({ node, path, text, entry }) => [node?.index, path.join('.'), text, entry])
  expect(told).toEqual([
    [undefined, 'notify.0.if', '2 == 2', 'build_notification'],
    [0, 'if', 'true', 'build_condition'],
    [0, 'notify.0.if', 'false', 'step_notification'],
    [1, 'if', '1 == 1', 'build_condition'],
    [1, 'notify.0.if', '1 == 2', 'build_notification'],
    [2, 'if', 'null', 'build_condition'],
  ])
})

test.each([
  ['build.branch', ['variable']],
  ['!true', ['not', 'literal']],
  ["build.branch == 'a'", ['comparison', 'variable', 'string']],
  [
    'build.branch =~ /a/ && build.tag != null',
    ['logical', 'comparison', 'variable', 'regex', 'comparison', 'variable', 'literal'],
  ],
  ["true ? build.env('A') : 1", ['choice', 'literal', 'call', 'string', 'literal']],
])('the parts of %s', (text, parts) => {
  const { graph } = resolve({ value: [command({ command: 'a', if: text })], trace: {} })
  expect(conditions(graph)[0]?.parts.map(({ type }) => type)).toEqual(parts)
})
