import { envEntries } from '../../../attributes/env-entries.ts'
import type { Rule } from '../../rule.ts'
import { isSecretName, isWrittenOut } from '../../../attributes/secret-text.ts'

/** A variable that the agent takes for a secret, with its value written out (docs/spec/upload.md §6). */
export const secretInEnv: Rule = {
  code: 'KW4101',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, name, value } of envEntries(graph)) {
      if (!isSecretName(name) || !isWrittenOut(value)) continue
      yield {
        node,
        path,
        message: `the value of ${name} is written into the pipeline`,
        why: 'everybody who sees the build sees it, and agents from version 4 refuse the upload',
        isSecret: true,
        hint: `keep it in Buildkite secrets: secrets: ['${name}']`,
      }
    }
  },
}
