import { conditions } from '../../../attributes/conditions.ts'
import type { Rule } from '../../rule.ts'

/** `build.state` in a notification of a step: the build is not over then (docs/spec/pipeline.md §11). */
export const buildStateInStep: Rule = {
  code: 'KW3209',
  severity: 'error',
  *check(graph) {
    for (const { node, path, parts, entry } of conditions(graph)) {
      if (entry !== 'step_notification') continue
      for (const part of parts) {
        if (part.type !== 'variable' || part.name !== 'build.state') continue
        yield {
          node,
          path,
          span: part,
          message: 'build.state in the notification of a step',
          why: 'when a step ends, the state of the build says nothing about it',
          hint: 'use step.outcome or step.state, or move the notification to the pipeline',
        }
      }
    }
  },
}
