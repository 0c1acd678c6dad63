import { isInterpolatedPlace } from '@kitewright/schema'
import type { Problem } from '@kitewright/schema/validate'
import { type AttributeProblem, attributeProblems } from '../attributes/attribute-problems.ts'
import { valueAt } from '../attributes/value-at.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Graph } from '../model/graph.ts'
import { diagnose, type Finding } from './rule.ts'

const texts: Readonly<Record<Problem['kind'], Pick<Diagnostic, 'code' | 'why'>>> = {
  unknown: { code: 'KW1031', why: 'Buildkite ignores an attribute that it does not know, or refuses the step' },
  missing: { code: 'KW1032', why: 'Buildkite could not tell what is meant' },
  type: { code: 'KW1033', why: 'the agent passes such a step on unread, or Buildkite refuses or ignores the value' },
  value: { code: 'KW1034', why: 'Buildkite knows these words only' },
  pattern: { code: 'KW1035', why: 'Buildkite refuses such names' },
  limit: { code: 'KW1036', why: 'Buildkite documents this limit' },
}

/**
 * Attributes with which something is lost that was meant; what stands in `raw` is let through. Rules tell of those that
 * nobody knows, and of unusual forms.
 */
export function attributeDiagnostics(graph: Graph): readonly Diagnostic[] {
  return attributeProblems(graph)
    .filter(({ finding }) => finding === 'mistake')
    .map((problem) => diagnostic(problem, graph))
}

function diagnostic(problem: AttributeProblem, graph: Graph): Diagnostic {
  const { kind, node, path, message } = problem
  const { code, why } = texts[kind]
  const target = kind === 'unknown' ? 'key' : 'value'
  return diagnose({ code, severity: 'error' }, graph, {
    node,
    path,
    target,
    message,
    why,
    hint: hintFor(problem, graph),
    mend: mendFor(problem, graph),
  })
}

function mendFor({ node, kind, path, expected, suggestion, isSure }: AttributeProblem, graph: Graph): Finding['mend'] {
  if (suggestion !== undefined) return isSure ? suggestion : undefined
  return kind === 'type' ? switchFor(valueAt((node ?? graph).attributes, path), expected) : undefined
}

function hintFor({ node, kind, path, expected, example, suggestion, instead }: AttributeProblem, graph: Graph): string {
  if (suggestion !== undefined) return `did you mean "${suggestion}"?`
  if (instead !== undefined) return instead
  if (kind === 'missing') return `add it: ${expected}: …`
  const value = valueAt((node ?? graph).attributes, path)
  const isFilledIn = isInterpolatedPlace(node?.kind ?? 'pipeline', path)
  const isForAgent = typeof value === 'string' && value.includes('$') && isFilledIn
  if (isForAgent) return `write interpolated('…') if the uploading agent is to fill it in`
  const word = switchFor(value, expected)
  if (word !== undefined) return `write ${word}, without quotes`
  const [, digits] = (typeof value === 'string' && /^(\d+) ?[a-z]+$/i.exec(value)) || []
  if (digits !== undefined && expected.includes('whole number')) return `write ${Number(digits)}, without a unit`
  return example === undefined ? `write ${wanted(expected)}` : `write ${expected}, such as ${example}`
}

/** Words for on and off that YAML once had. */
const switches: Readonly<Record<string, boolean>> = { yes: true, on: true, no: false, off: false }

function switchFor(value: unknown, expected: string): boolean | undefined {
  return typeof value === 'string' && expected.includes('a boolean') ? switches[value.toLowerCase()] : undefined
}

/** `at least 1` as something to write. */
function wanted(expected: string): string {
  const [, bound, number] = /^at (least|most) (-?\d+)$/.exec(expected) ?? []
  return number === undefined ? expected : `${number} or ${bound === 'least' ? 'more' : 'less'}`
}
