import { expect, test } from 'vitest'
import { printStep } from './print-step.ts'
import { readStep } from './read-steps.ts'
import { wireValue } from './wire-value.ts'

// Every pair was compared with what buildkite-agent 3.137.0 prints.
test.each<[unknown, unknown]>([
  [
    { group: 'g', key: 5, steps: [] },
    { group: 'g', key: '5', steps: [] },
  ],
  [
    { group: null, id: 1.5, steps: ['wait', { command: ['a', 1], key: true, name: 7, label: 8 }] },
    { group: null, key: '1.5', steps: ['wait', { command: 'a\n1', key: 'true', label: '8', name: 7 }] },
  ],
  [
    { group: 5, label: 'x', identifier: 1.5, steps: null },
    { group: '5', label: 'x', key: '1.5', steps: [] },
  ],
  [
    { block: 'b', key: 5 },
    { block: 'b', key: 5 },
  ],
  [
    {
      command: 'a',
      checkout: {
        skip: true,
        submodules: false,
        ssh_secret: 5,
        commit_verification: 6,
        depth: 16,
        lfs: null,
        sparse: { paths: 'a' },
        flags: { clone: '-v', clean: '' },
      },
    },
    {
      command: 'a',
      checkout: {
        skip: true,
        submodules: false,
        ssh_secret: '5',
        commit_verification: '6',
        depth: 16,
        sparse: { paths: ['a'] },
        flags: { clone: '-v', clean: '' },
      },
    },
  ],
  [
    { command: 'a', identifier: 1.5, name: null, signature: { algorithm: 5, value: null, other: 1 } },
    { command: 'a', key: '1.5', signature: { algorithm: '5', signed_fields: null, value: '' } },
  ],
  [
    { command: 'a', cache: { disabled: false, name: 5, paths: 'a', size: '20g', other: [1] } },
    { command: 'a', cache: { name: '5', paths: ['a'], size: '20g', other: [1] } },
  ],
])('%j', (step, printed) => {
  const read = readStep(wireValue(step), [])
  expect('mismatch' in read ? read : printStep(read.step).json).toEqual(printed)
})
