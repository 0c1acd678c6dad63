import { attributeRule } from '../attribute-rule.ts'
import { isGiven } from '../read-value.ts'
import type { Rule } from '../rule.ts'

/** `command` and `commands` on one step (pipeline.md §5.1). */
export const commandAndCommands: Rule = attributeRule({
  code: 'KW3020',
  severity: 'error',
  kinds: ['command'],
  *find({ command, commands }) {
    if (!isGiven(command) || !isGiven(commands)) return
    yield {
      path: ['command'],
      target: 'key',
      message: 'command and commands on the same step',
      why: 'commands wins, and command is dropped without a word',
      hint: 'write one list: command: [first, second]',
    }
  },
})
