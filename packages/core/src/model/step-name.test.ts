import { expect, test } from 'vitest'
import { block } from '../dsl/block.ts'
import { command } from '../dsl/command.ts'
import { group } from '../dsl/group.ts'
import { input } from '../dsl/input.ts'
import { interpolated } from '../dsl/interpolated.ts'
import { trigger } from '../dsl/trigger.ts'
import { wait } from '../dsl/wait.ts'
import type { Step } from './step.ts'
import { stepName } from './step-name.ts'

test.each<[Step, string]>([
  [command({ key: 'unit', label: 'Tests', command: 'a' }), 'step "unit"'],
  [command({ label: ':test_tube: Unit tests', command: 'a' }), 'step "unit-tests"'],
  [command({ label: ':test_tube:', command: 'a' }), 'step ":test_tube:"'],
  [command({ command: ['npm ci\nnpm test', 'lint'] }), 'step "npm ci"'],
  [command({ command: ['x'.repeat(41)] }), `step "${'x'.repeat(40)}…"`],
  [command({ command: 5 as never }), 'a command step'],
  [command({ command: '' }), 'a command step'],
  [command({ key: interpolated('$KEY'), command: '' }), 'a command step with an interpolated key'],
  [block({ block: 'Go' }), 'block "go"'],
  [block({ label: 'Go' } as never), 'block "go"'],
  [input({ input: 'Notes' }), 'input "notes"'],
  [group({ group: 'Tests', steps: [] }), 'group "tests"'],
  [trigger({ trigger: 'deploy' }), 'step "deploy"'],
  [wait(), 'a wait step'],
])('%o is called %s', (step, name) => {
  expect(stepName(step)).toBe(name)
})
