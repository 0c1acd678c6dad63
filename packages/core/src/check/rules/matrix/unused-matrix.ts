import { attributeRule } from '../../attribute-rule.ts'
import { matrixShape } from '../../../attributes/matrix-shape.ts'
import { matrixTokens } from '../../../attributes/matrix-tokens.ts'
import type { Rule } from '../../rule.ts'

const why = 'its jobs all do the same: a job sees its value only where the step names it'

function hintFor(dimension: string): string {
  const entry = dimension === '' ? "VALUE: '{{matrix}}'" : `${dimension.toUpperCase()}: '{{matrix.${dimension}}}'`
  return `name it in label, command, env, agents or plugins: env: { ${entry} }`
}

/** A matrix whose values no job can see (docs/spec/pipeline.md §5.4). */
export const unusedMatrix: Rule = attributeRule({
  code: 'KW3011',
  severity: 'warning',
  kinds: ['command'],
  *find(attributes) {
    const shape = matrixShape(attributes['matrix'])
    if (!shape) return
    const used = new Set([...matrixTokens(attributes)].map(({ name }) => name))
    // A misspelled name is reported where it stands.
    if ([...used].some((name) => !shape.dimensions.has(name))) return
    if (used.size === 0) {
      const [first = ''] = shape.dimensions.keys()
      yield { path: ['matrix'], message: 'nothing in the step says {{matrix}}', why, hint: hintFor(first) }
      return
    }
    for (const [name, values] of shape.dimensions) {
      if (values.length < 2 || used.has(name)) continue
      yield {
        path: ['matrix', 'setup', name],
        message: `nothing in the step says {{matrix.${name}}}`,
        why,
        hint: hintFor(name),
      }
    }
  },
})
