import { command } from '@kitewright/core'

const keyed = (key: string) => [command({ key, command: 'npm test' })]

export default {
  'in lower case': keyed('0fcd8b9a-3e4f-4a5b-8c6d-7e8f9a0b1c2d'),
  'in upper case': keyed('0FCD8B9A-3E4F-4A5B-8C6D-7E8F9A0B1C2D'),
  'of a version that does not exist': keyed('00000000-0000-0000-0000-000000000000'),
}
