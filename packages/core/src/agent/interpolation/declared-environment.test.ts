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

test('an entry that cannot be filled in is no variable, and stays as it is', () => {
  const env = { A: { [interpolatedText]: '${B?needed}' }, C: { [interpolatedText]: '$A' } }
  expect(declareEnvironment({ env }, {})).toEqual({ known: { C: '' }, declared: { ...env, C: '' } })
})

test.each([[undefined], ['a'], [null], [{}], [{ env: 'a' }], [{ env: null }], [{ env: { [interpolatedText]: '$A' } }]])(
  '%j declares nothing',
  (pipeline) => {
    const env = { A: 'given' }
    const declared = (pipeline as { readonly env?: unknown } | null | undefined)?.env
    expect(declareEnvironment(pipeline, env)).toEqual({ known: env, declared })
  },
)
