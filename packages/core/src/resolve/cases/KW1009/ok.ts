import { command } from '@kitewright/core'

const keyed = (key: string) => [command({ key, command: 'npm test' })]

export default {
  'one digit less': keyed('0fcd8b9a-3e4f-4a5b-8c6d-7e8f9a0b1c2'),
  'one digit more': keyed('0fcd8b9a-3e4f-4a5b-8c6d-7e8f9a0b1c2d3'),
  'one digit more in front': keyed('a0fcd8b9a-3e4f-4a5b-8c6d-7e8f9a0b1c2d'),
  'a letter that is no digit': keyed('0fcd8b9g-3e4f-4a5b-8c6d-7e8f9a0b1c2d'),
  'no hyphens': keyed('0fcd8b9a3e4f4a5b8c6d7e8f9a0b1c2d'),
  'a word before it': keyed('step-0fcd8b9a-3e4f-4a5b-8c6d-7e8f9a0b1c2d'),
}
