import { expect, test } from 'vitest'
import { readError, shownThrown } from './read-error.ts'

const throwing = (part: string): Error => {
  const error = new Error('x')
  return Object.defineProperty(error, part, {
    get() {
      throw new Error('read')
    },
  })
}
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

test.each([
  ['an error', new Error('x'), { name: 'Error', message: 'x' }],
  ['a message that throws', throwing('message'), { name: 'Error', message: '(its message cannot be read)' }],
  ['a name that throws', throwing('name'), { name: 'Error', message: 'x' }],
  ['a stack that throws', throwing('stack'), { message: 'x', stack: '' }],
  ['a code that throws', throwing('code'), { message: 'x', code: '' }],
  ['a stack that is a number', Object.assign(new Error('x'), { stack: 5 }), { stack: '' }],
  ['a message that is a symbol', Object.assign(new Error('x'), { message: Symbol('m') }), { name: 'Error' }],
  ['a syntax error', new SyntaxError('x'), { isSyntax: true }],
])('%s is read as far as it can be', (_, error, read) => {
  expect(readError(error)).toMatchObject(read)
})

test.each([
  ['null', null, 'null'],
  ['a symbol', Symbol('s'), 'Symbol(s)'],
  ['an object without a prototype', Object.create(null), '[Object: null prototype] {}'],
  ['a proxy that is revoked', revoked(), '<Revoked Proxy>'],
])('%s is no error, and is shown', (_, value, shown) => {
  expect([readError(value), shownThrown(value)]).toEqual([undefined, shown])
})
