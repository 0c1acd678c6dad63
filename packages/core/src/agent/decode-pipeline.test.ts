import { expect, test } from 'vitest'
import { decodePipeline } from './decode-pipeline.ts'
import { wireValue } from './wire-value.ts'

const notKnown = 'the agent does not know the step "foo"'

test.each<[string, unknown, object]>([
  [
    'a bare list of steps',
    ['wait', 'foo', { command: 'a' }],
    {
      json: { steps: ['wait', 'foo', { command: 'a' }] },
      steps: [
        { kind: 'wait', json: 'wait', path: [0] },
        { kind: 'unknown', json: 'foo', path: [1] },
        { kind: 'command', json: { command: 'a' }, path: [2] },
      ],
      warnings: [{ message: notKnown, path: [1], silent: false }],
      hasSteps: true,
    },
  ],
  [
    'a mapping',
    { env: { A: 1 }, steps: ['foo'] },
    {
      json: { env: { A: '1' }, steps: ['foo'] },
      steps: [{ kind: 'unknown', json: 'foo', path: ['steps', 0] }],
      warnings: [{ message: notKnown, path: ['steps', 0], silent: false }],
      hasSteps: true,
    },
  ],
  [
    'a mapping with a name that the agent does not model, which loses its warnings',
    { other: [1], steps: ['foo'] },
    {
      json: { other: [1], steps: ['foo'] },
      steps: [{ kind: 'unknown', json: 'foo', path: ['steps', 0] }],
      warnings: [{ message: notKnown, path: ['steps', 0], silent: true }],
      hasSteps: true,
    },
  ],
  ['a mapping without steps', {}, { json: { steps: [] }, steps: [], warnings: [], hasSteps: false }],
  ['a text', 'wait', { mismatch: 'a pipeline must be a mapping or a list of steps, not a text', path: [] }],
  ['nothing', null, { mismatch: 'a pipeline must be a mapping or a list of steps, not null', path: [] }],
  ['a list of what are no steps', [5], { mismatch: 'a step must be a text or a mapping, not an integer', path: [0] }],
])('the agent reads %s', (_, pipeline, decoded) => {
  expect(decodePipeline(wireValue(pipeline))).toEqual(decoded)
})
