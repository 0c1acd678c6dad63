import { interpolatedText, isInterpolated } from '@kitewright/schema'
import type { Expression } from '../../../agent/interpolation/expression.ts'
import { parseExpression } from '../../../agent/interpolation/parse-expression.ts'
import { expressions } from '../../../attributes/places.ts'
import { asMap } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/**
 * An `interpolated(…)` of a variable that only the step itself sets, which the agent does not see
 * (docs/spec/upload.md §4.3).
 */
export const interpolatedOwnEnv: Rule = {
  code: 'KW4106',
  severity: 'warning',
  *check(graph) {
    const shared = asMap(graph.attributes['env'])
    for (const { node, path, target, value } of expressions(graph)) {
      if (!node) continue
      const own = asMap(node.attributes['env'])
      const name = namesIn(value[interpolatedText]).find(
        (known) => isLiteral(own[known]) && !Object.hasOwn(shared, known),
      )
      if (name === undefined) continue
      yield {
        node,
        path,
        target,
        message: `the agent does not see the ${name} of this step when it fills in "${value[interpolatedText]}"`,
        why: "a step's env is there when its job runs; at upload the agent has its own, and that of the pipeline",
        hint: `set ${name} in the env of the pipeline, or leave "$${name}" to the shell as plain text`,
      }
    }
  },
}

/** A variable that is handed through, `TAG: interpolated('$TAG')`, is there at upload. */
function isLiteral(value: unknown): boolean {
  return value !== undefined && !isInterpolated(value)
}

function namesIn(text: string): readonly string[] {
  const parsed = parseExpression(text)
  return 'kind' in parsed ? [] : [...names(parsed)]
}

function* names(expression: Expression): Iterable<string> {
  for (const part of expression) {
    if (typeof part === 'string') continue
    yield part.name
    if ('word' in part) yield* names(part.word)
  }
}
