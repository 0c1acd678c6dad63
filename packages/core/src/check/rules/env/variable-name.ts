import { envEntries, isUnreadableName } from '../../../attributes/env.ts'
import type { Rule } from '../../rule.ts'

/** A name of an environment variable that no shell can read. */
export const variableName: Rule = {
  code: 'KW3307',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, name } of envEntries(graph)) {
      if (!isUnreadableName(name)) continue
      yield {
        node,
        path,
        target: 'key',
        message: `no shell can read a variable that is called "${name}"`,
        why: 'names of variables are of letters, digits and "_", and begin with no digit',
        hint: `write ${name
          .trim()
          .replace(/^(?=\d)/, '_')
          .replace(/\W+/g, '_')}`,
      }
    }
  },
}
