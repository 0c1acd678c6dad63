import { block, command } from '@kitewright/core'

export default {
  'a team': [block({ block: 'Ship', allowed_teams: ['ops'] }), command({ label: 'Deploy', command: 'a' })],
  'before another step': [block({ block: 'Go on' }), command({ label: 'Unit', command: 'a' })],
  'beside a deploy': [
    block({ block: 'Ship' }),
    command({ label: 'Deploy', command: 'a', depends_on: [], allow: { KW3119: 'it is a preview' } }),
    command({ label: 'Unit', command: 'a' }),
  ],
}
