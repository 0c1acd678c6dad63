import { command } from '@kitewright/core'

const having = (more: object) => [command({ command: 'a', ...more })]
const shared = { a: '1' }
const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)])

export default {
  'texts, numbers, booleans, null, lists and maps': having({ raw: { to_come: ['a', 1, true, null, [], {}] } }),
  'entries that are undefined': having({ env: { A: undefined } }),
  'an object without a prototype': having({ env: Object.assign(Object.create(null) as object, { A: '1' }) }),
  'one object in two places': having({ raw: { a: shared, b: shared, c: [shared, shared] } }),
  'a value of five hundred levels': having({ raw: { to_come: nested(498) } }),
}
