import { conditions } from '../../../attributes/conditions.ts'
import type { ConditionComparison, ConditionNode } from '../../../condition/condition-node.ts'
import type { Rule } from '../../rule.ts'

/** `!a =~ /b/` and `!a includes "b"`, which the published evaluator refuses and running pipelines have. */
export const doubtfulNegation: Rule = {
  code: 'KW3215',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, text, parts, problems } of conditions(graph)) {
      for (const problem of problems) {
        if (problem.reason !== 'negation') continue
        const whole = parts.find((part) => part.type === 'comparison' && part.left.start === problem.start)
        yield {
          node,
          path,
          span: problem,
          message: `"!" may stand for the left side alone, not for all of "${shown(whole, text)}"`,
          why: "Buildkite's published evaluator refuses it; pipelines that run have it, so what the server does is not known",
          hint: isComparison(whole) ? `write ${negated(whole, text)}` : undefined,
        }
      }
    }
  },
}

function isComparison(node: ConditionNode | undefined): node is ConditionComparison {
  return node?.type === 'comparison'
}

function shown(node: ConditionNode | undefined, text: string): string {
  return node === undefined ? text : text.slice(node.start, node.end)
}

/** The same, beyond doubt: `a !~ /b/`, `!(a includes "b")`. */
function negated({ left, right, operator }: ConditionComparison, text: string): string {
  const operand = left.type === 'not' ? left.operand : left
  const [before, after] = [operand, right].map((part) => text.slice(part.start, part.end))
  return operator === '=~' ? `${before} !~ ${after}` : `!(${before} ${operator} ${after})`
}
