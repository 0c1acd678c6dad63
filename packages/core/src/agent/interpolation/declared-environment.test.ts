import { interpolatedText } from '@kitewright/schema'
import { expect, test } from 'vitest'
import { declareEnvironment } from './declared-environment.ts'

test("a pipeline's own variables hold what the agent makes texts of", () => {
  const env = { A: 1e21, B: 0.00000015, C: true, D: null, E: [1], F: { [interpolatedText]: '$A $D' } }
  expect(declareEnvironment({ env }, { A: 'given', G: 'g' })).toEqual({
    known: { A: '1e+21', B: '1.5e-07', C: 'true', D: '', F: '1e+21 ', G: 'g' },
    declared: { ...env, F: '1e+21 ' },
  })
})

test('variables that are there already win if that is wanted', () => {
  expect(declareEnvironment({ env: { A: 'a', B: 'b' } }, { A: 'given' }, true).known).toEqual({ A: 'given', B: 'b' })
})
