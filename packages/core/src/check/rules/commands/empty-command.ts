import { asListOfAny } from '../../../attributes/read-value.ts'
import { attributeRule } from '../../attribute-rule.ts'
import type { Rule } from '../../rule.ts'

/** A command that is there and blank, in a step without a plugin that might run instead. */
export const emptyCommand: Rule = attributeRule({
  code: 'KW3301',
  severity: 'warning',
  kinds: ['command'],
  *find(attributes) {
    const name = 'command' in attributes ? 'command' : 'commands'
    const lines = asListOfAny(attributes[name])
    const isBlank = lines.length > 0 && lines.every((line) => typeof line === 'string' && line.trim() === '')
    if (!isBlank || asListOfAny(attributes['plugins']).length > 0) return
    yield {
      path: [name],
      message: 'the command is empty',
      why: 'the job runs nothing, unless a hook of its agent does, and passes',
      hint: 'write what it is to run; where a hook of the agent runs instead, permit this warning',
    }
  },
})
