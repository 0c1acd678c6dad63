import { isInterpolatedPlace, type PlainMap } from '@kitewright/schema'
import { type Problem, validatePipeline, validateStep } from '@kitewright/schema/validate'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Graph, Node } from '../model/graph.ts'
import { diagnose } from './rule.ts'

const texts: Readonly<Record<Problem['kind'], Pick<Diagnostic, 'code' | 'why'>>> = {
  unknown: {
    code: 'KW1031',
    why: 'Buildkite refuses a step with an attribute that it does not know, or ignores the attribute',
  },
  missing: { code: 'KW1032', why: 'Buildkite could not tell what is meant' },
  type: { code: 'KW1033', why: 'the agent would pass the step on unread, or Buildkite would refuse it' },
  value: { code: 'KW1034', why: 'Buildkite knows these words only' },
  pattern: { code: 'KW1035', why: 'Buildkite refuses such names' },
  limit: { code: 'KW1036', why: 'Buildkite refuses more, or less' },
}

/** Attributes that do not exist, are missing, or hold what Buildkite does not take; what stands in `raw` is Buildkite's to judge. */
export function attributeDiagnostics(graph: Graph): readonly Diagnostic[] {
  const own = validatePipeline(checkedAttributes(graph)).map((problem) => diagnostic(problem, graph))
  return own.concat(
    graph.nodes.flatMap((node) =>
      validateStep(node.kind, checkedAttributes(node))
        .filter((problem) => problem.kind !== 'missing' || !isGivenRaw(problem.expected, node))
        .map((problem) => diagnostic(problem, graph, node)),
    ),
  )
}

/** The attributes whose types are checked: without those in `raw`. */
function checkedAttributes({ attributes, raw }: Pick<Node | Graph, 'attributes' | 'raw'>): PlainMap {
  if (raw.size === 0) return attributes
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !raw.has(name)))
}

/** What is missing may stand in `raw`; a step of nothing but `raw` is of a kind that only its author knows. */
function isGivenRaw(attribute: string, { raw, attributes }: Node): boolean {
  return raw.has(attribute) || (raw.size > 0 && Object.keys(attributes).every((name) => raw.has(name)))
}

function diagnostic(problem: Problem, graph: Graph, node?: Node): Diagnostic {
  const { kind, path, message } = problem
  const { code, why } = texts[kind]
  const target = kind === 'unknown' ? 'key' : 'value'
  return diagnose({ code, severity: 'error' }, graph, {
    node,
    path,
    target,
    message,
    why,
    hint: hintFor(problem, node ?? graph),
  })
}

function hintFor({ kind, path, expected, example, suggestion }: Problem, owner: Node | Graph): string {
  if (suggestion !== undefined) return `did you mean "${suggestion}"?`
  if (kind === 'unknown') {
    const known = expected.length <= 100 ? `; known are ${expected}` : ''
    return `take it out, or write it in raw: { … } if Buildkite has it${known}`
  }
  if (kind === 'missing') return `add it: ${expected}: …`
  const value = path.reduce<unknown>(
    (inside, part) => (inside as Record<string, unknown> | undefined)?.[part],
    owner.attributes,
  )
  const isFilledIn = isInterpolatedPlace('kind' in owner ? owner.kind : 'pipeline', path)
  const isForAgent = typeof value === 'string' && value.includes('$') && isFilledIn
  if (isForAgent) return `write interpolated('…') if the uploading agent is to fill it in`
  return example === undefined ? `write ${expected}` : `write ${expected}, such as ${example}`
}
