import { interpolatedText, isInterpolated, type Path, type PlainMap, soleSuggestion, suggest } from '@kitewright/schema'
import { matrixTokens } from '../../../attributes/matrix-tokens.ts'
import { matrixShape } from '../../../attributes/matrix.ts'
import { isGiven } from '../../../attributes/read-value.ts'
import { valueAt } from '../../../attributes/value-at.ts'
import { attributeRule } from '../../attribute-rule.ts'
import type { Rule } from '../../rule.ts'

/** A `{{matrix.…}}` that the step's matrix does not have (docs/spec/pipeline.md §5.4). */
export const matrixToken: Rule = attributeRule({
  code: 'KW3009',
  severity: 'error',
  kinds: ['command'],
  *find(attributes) {
    const shape = matrixShape(attributes['matrix'])
    if (!shape) return
    for (const { path, span, name, text } of matrixTokens(attributes)) {
      if (shape.dimensions.has(name)) continue
      const known = [...shape.dimensions.keys()]
      const meant = suggest(name, known)
      const isSure = meant !== undefined && span !== undefined && meant === soleSuggestion(name, known)
      yield {
        path,
        span,
        message:
          name === ''
            ? 'the matrix has named dimensions, so {{matrix}} stands for none'
            : `the matrix has no dimension "${name}"`,
        why: 'Buildkite cannot fill it in',
        hint: meant
          ? `did you mean {{matrix.${meant}}}?`
          : `write ${known.map((dimension) => (dimension === '' ? '{{matrix}}' : `{{matrix.${dimension}}}`)).join(' or ')}`,
        mend: isSure ? textOf(attributes, path).replaceAll(text, `{{matrix.${meant}}}`) : undefined,
      }
    }
  },
})

/** A `{{matrix}}` in a step that has no matrix (docs/spec/pipeline.md §5.4). */
export const tokenWithoutMatrix: Rule = attributeRule({
  code: 'KW3010',
  severity: 'warning',
  kinds: ['command'],
  *find(attributes) {
    if (isGiven(attributes['matrix'])) return
    for (const { path, span, text } of matrixTokens(attributes)) {
      yield {
        path,
        span,
        message: `${text} in a step without a matrix`,
        why: 'it is not filled in: the text arrives as it is',
        hint: isOfGitHub(attributes, path, text)
          ? `\${{ … }} is GitHub's; here the step has a matrix: ['a', 'b'], and its texts say {{matrix}}`
          : "add matrix: ['a', 'b'], or write the value itself",
      }
    }
  },
})

/** Whether a token stands behind a dollar sign, as GitHub Actions have it. */
function isOfGitHub(attributes: PlainMap, path: Path, token: string): boolean {
  return textOf(attributes, path).includes(`$${token}`)
}

function textOf(attributes: PlainMap, path: Path): string {
  const value = valueAt(attributes, path)
  return String(isInterpolated(value) ? value[interpolatedText] : value)
}

/** A token behind a dollar sign, as GitHub Actions have it: Buildkite leaves the sign (docs/spec/pipeline.md §5.4). */
export const dollarBeforeToken: Rule = attributeRule({
  code: 'KW3029',
  severity: 'warning',
  kinds: ['command'],
  *find(attributes) {
    if (!isGiven(attributes['matrix'])) return
    for (const { path, span, text } of matrixTokens(attributes)) {
      if (!isOfGitHub(attributes, path, text)) continue
      yield {
        path,
        span,
        message: `the $ before ${text} stays in the text`,
        why: `\${{ … }} is GitHub's; Buildkite fills in ${text} alone`,
        hint: `write ${text}, without the $`,
        mend: span && textOf(attributes, path).replaceAll(`$${text}`, text),
      }
    }
  },
})

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

/** A `{{matrix}}` where Buildkite does not fill it in (docs/spec/pipeline.md §5.4). */
export const tokenNotExpanded: Rule = attributeRule({
  code: 'KW3012',
  severity: 'error',
  kinds: ['command'],
  *find({ concurrency_group: group, matrix }, { printedKey }) {
    if (!isGiven(matrix)) return
    for (const [name, value] of [
      ['key', printedKey],
      ['concurrency_group', group],
    ] as const) {
      const text = isInterpolated(value) ? value[interpolatedText] : value
      if (typeof text !== 'string' || !/\{\{\s*matrix/.test(text)) continue
      yield {
        path: [name],
        message: `Buildkite does not expand {{matrix}} in ${name}`,
        why: 'all jobs of the matrix share the text as it is',
        hint: 'make the steps in TypeScript instead: values.map((value) => command({ … }))',
      }
    }
  },
})
