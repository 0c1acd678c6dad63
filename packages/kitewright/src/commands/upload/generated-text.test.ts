import { expect, test } from 'vitest'
import type { Generated } from './generate.ts'
import { readGenerated, writeGenerated } from './generated-text.ts'

const part = {
  json: '{"steps":[{"command":"kitewright-key"}]}',
  key: undefined,
  withKey: async (key: string) => `{"steps":[{"command":"kitewright-key","key":"${key}"}]}`,
  variables: ['A'],
}

test('what another process generates is the same here, a key that is given later too', async () => {
  const generated: Generated = {
    parts: [part],
    diagnostics: [{ code: 'KW1001', severity: 'warning', message: 'm', path: ['steps', 0], related: [] }],
  }
  const read = readGenerated(await writeGenerated(async () => generated))
  if (read === undefined || 'usage' in read) throw new Error('nothing was read')
  expect(read).toEqual({
    parts: [{ json: part.json, variables: ['A'], withKey: expect.any(Function) }],
    diagnostics: generated.diagnostics,
  })
  expect(await read.parts[0]?.withKey('k')).toBe('{"steps":[{"command":"kitewright-key","key":"k"}]}')
})

test('so is wrong usage, and what is thrown', async () => {
  expect(readGenerated(await writeGenerated(async () => ({ usage: 'odd' })))).toEqual({ usage: 'odd' })
  const fault = Object.assign(new Error('denied'), { syscall: 'open', errno: -13, stack: 'at home' })
  const text = await writeGenerated(() => Promise.reject(fault))
  const { message, stack, syscall, errno } = fault
  expect(() => readGenerated(text)).toThrow(expect.objectContaining({ message, stack, syscall, errno }))
})

test('what was not written to its end is nothing', () => {
  expect(['', '{"parts":[{"js', 'null'].map(readGenerated)).toEqual([undefined, undefined, undefined])
})
