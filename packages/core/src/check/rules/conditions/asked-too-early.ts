import { conditions } from '../../../attributes/conditions.ts'
import type { Rule } from '../../rule.ts'

/** Variables that say how the build ends or goes, which only notifications are told (docs/spec/conditionals.md §7). */
const later: ReadonlySet<string> = new Set([
  'build.state',
  'build.blocked_state',
  'build.fixed',
  'pipeline.started_passing',
  'pipeline.started_failing',
])

/**
 * How the build goes, asked when its steps are made: conditions of steps are evaluated at upload
 * (docs/spec/conditionals.md §1).
 */
export const unknownYet: Rule = {
  code: 'KW3214',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, parts, entry } of conditions(graph)) {
      if (entry !== 'build_condition') continue
      for (const part of parts) {
        if (part.type !== 'variable' || !later.has(part.name)) continue
        yield {
          node,
          path,
          span: part,
          message: `${part.name} is not known yet when the step is made`,
          why: 'the condition of a step is evaluated once, at upload, and cannot see how other steps end',
          hint: 'use depends_on with allow_failure, or a wait with continue_on_failure, to run after failures',
        }
      }
    }
  },
}

/** `build.state` in a notification of a step: the build is not over then (docs/spec/pipeline.md §11). */
export const buildStateInStep: Rule = {
  code: 'KW3209',
  severity: 'warning',
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
