import type { Path } from '@kitewright/schema'
import { asListOfAny, asMap } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** A place in Slack that is none: neither a channel, nor a person, nor an id (docs/spec/pipeline.md §7). */
export const slackChannel: Rule = {
  code: 'KW3304',
  severity: 'warning',
  *check(graph) {
    for (const node of [undefined, ...graph.nodes]) {
      for (const [path, channel] of channels((node ?? graph).attributes['notify'])) {
        // `workspace#channel` and what the agent fills in are let be.
        if (channel === '' || /[#@$]/.test(channel) || /^[CDGU][A-Z0-9]{6,}$/.test(channel)) continue
        yield {
          node,
          path,
          message: `"${channel}" is not a place in Slack`,
          why: 'a channel begins with "#", a person with "@"; anything else is not notified',
          hint: `write "#${channel.replace(/\s+/g, '-')}"`,
          mend: /^[a-z0-9][\w-]*$/.test(channel) ? `#${channel}` : undefined,
        }
      }
    }
  },
}

function* channels(notify: unknown): Iterable<readonly [Path, string]> {
  for (const [index, item] of asListOfAny(notify).entries()) {
    const { slack } = asMap(item)
    const path = ['notify', ...(Array.isArray(notify) ? [index] : []), 'slack']
    if (typeof slack === 'string') yield [path, slack]
    const { channels: several } = asMap(slack)
    for (const [at, channel] of asListOfAny(several).entries()) {
      if (typeof channel === 'string') yield [[...path, 'channels', ...(Array.isArray(several) ? [at] : [])], channel]
    }
  }
}
