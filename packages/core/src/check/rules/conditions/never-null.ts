import { staticText, type ConditionComparison, type ConditionNode } from '../../../condition/condition-node.ts'
import { conditions } from '../../../attributes/conditions.ts'
import type { Rule } from '../../rule.ts'

/**
 * Variables that `build.env` gives as empty text where there is nothing (docs/spec/conditionals.md §8), with what is
 * null then.
 */
const emptyInstead: Readonly<Record<string, string>> = {
  BUILDKITE_TAG: 'build.tag',
  BUILDKITE_MESSAGE: 'build.message',
  BUILDKITE_PULL_REQUEST: 'build.pull_request.id',
  BUILDKITE_PULL_REQUEST_BASE_BRANCH: 'build.pull_request.base_branch',
  BUILDKITE_PULL_REQUEST_REPO: 'build.pull_request.repository',
  BUILDKITE_MERGE_QUEUE_BASE_BRANCH: 'build.merge_queue.base_branch',
  BUILDKITE_MERGE_QUEUE_BASE_COMMIT: 'build.merge_queue.base_commit',
}

/** `build.env("BUILDKITE_TAG") != null` and its like, which hold for every build. */
export const neverNull: Rule = {
  code: 'KW3210',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, parts } of conditions(graph)) {
      for (const part of parts) {
        const text = part.type === 'comparison' ? textOfNothing(part) : undefined
        if (text !== undefined) {
          yield {
            node,
            path,
            span: part,
            message: `build.pull_request.id is never "${text}"`,
            why: 'it is null where there is no pull request; only the variable of jobs holds a text then',
            hint: 'compare it with null instead',
          }
        }
        const variable = part.type === 'comparison' ? neverNullVariable(comparedWithNull(part)) : undefined
        if (variable === undefined) continue
        const [name, instead] = variable
        yield {
          node,
          path,
          span: part,
          message: `${name} is never null in a condition`,
          why:
            name === 'BUILDKITE_PULL_REQUEST'
              ? 'it is "false" where there is no pull request'
              : 'it is "" where there is nothing',
          hint: `compare ${instead} with null instead`,
        }
      }
    }
  },
}

function comparedWithNull({ left, right }: ConditionComparison): ConditionNode | undefined {
  return isNull(right) ? left : isNull(left) ? right : undefined
}

/** A text for "no pull request" with which the number of one is compared. */
function textOfNothing({ left, right }: ConditionComparison): string | undefined {
  const [variable, other] = left.type === 'variable' ? [left, right] : [right, left]
  const text = staticText(other)
  const isNumber = variable.type === 'variable' && variable.name === 'build.pull_request.id'
  return isNumber && (text === 'false' || text === 'true' || text === '') ? text : undefined
}

function isNull(node: ConditionNode): boolean {
  return node.type === 'literal' && node.value === null
}

function neverNullVariable(node: ConditionNode | undefined): readonly [name: string, instead: string] | undefined {
  const [argument] = node?.type === 'call' ? node.arguments : []
  const name = argument && staticText(argument)
  if (name === undefined || !Object.hasOwn(emptyInstead, name)) return undefined
  return [name, emptyInstead[name]!]
}
