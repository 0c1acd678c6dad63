import type { Diagnostic } from '../model/diagnostic.ts'
import type { Graph, Node } from '../model/graph.ts'
import type { Finding } from './rule.ts'

/** A finding and the rule that found it. */
export interface Found {
  readonly rule: Pick<Diagnostic, 'code' | 'severity'>
  readonly finding: Finding
}

/**
 * Takes out what the author permits, for a step, for the steps of a group, or for the pipeline; adds what is wrong with
 * the permissions themselves.
 *
 * @param on The codes of the rules that were asked.
 * @param known The codes of all rules.
 */
export function permit(
  found: readonly Found[],
  graph: Graph,
  { on, known }: { readonly on: ReadonlySet<string>; readonly known: ReadonlySet<string> },
): readonly Found[] {
  const used = new Set<string>()
  const kept = found.filter(({ rule, finding }) => {
    const owner = permitting(finding.node, rule.code, graph)
    if (owner !== undefined) used.add(`${owner.index} ${rule.code}`)
    return owner === undefined
  })
  for (const node of [undefined, ...graph.nodes]) {
    for (const [code, reason] of Object.entries((node ?? graph).allow)) {
      const isUsed = used.has(`${node?.index ?? pipeline.index} ${code}`) || !on.has(code)
      const mistake = mistakeOf(code, reason, isUsed, known)
      if (mistake) kept.push({ ...mistake, finding: { node, path: ['allow', code], ...mistake.finding } })
    }
  }
  return kept
}

/** A permission that does not come up: in this build. */
export const unusedPermission: Found['rule'] = { code: 'KW5101', severity: 'info' }

/** Stands for the pipeline among the owners of permissions. */
const pipeline = { index: -1 }

/** Who permits: the step, else the group around it, else the pipeline. */
function permitting(node: Node | undefined, code: string, graph: Graph): { readonly index: number } | undefined {
  const group = node?.group === undefined ? undefined : graph.nodes[node.group]
  const owner = [node, group].find((candidate) => candidate !== undefined && Object.hasOwn(candidate.allow, code))
  return owner ?? (Object.hasOwn(graph.allow, code) ? pipeline : undefined)
}

interface Mistake {
  readonly rule: Found['rule']
  readonly finding: Omit<Finding, 'path'>
}

function mistakeOf(code: string, reason: unknown, isUsed: boolean, known: ReadonlySet<string>): Mistake | undefined {
  if (!known.has(code)) return unknownPermission(code)
  if (typeof reason !== 'string' || reason.trim() === '') return missingReason(code)
  return isUsed ? undefined : unneeded(code)
}

function unknownPermission(code: string): Mistake {
  const isCode = /^KW\d{4}$/.test(code)
  return {
    rule: { code: 'KW5103', severity: 'error' },
    finding: {
      target: 'key',
      message: isCode ? `${code} cannot be permitted` : `"${code}" is not the code of a diagnostic`,
      why: isCode ? whyNot(code) : 'nothing is permitted by it',
      hint: 'codes stand in brackets at the head of a diagnostic, such as KW3101',
    },
  }
}

function whyNot(code: string): string {
  return code.startsWith('KW51')
    ? 'it is about permissions themselves: correct the one that it names'
    : 'either there is no such diagnostic, or a pipeline with it cannot be sent at all'
}

function missingReason(code: string): Mistake {
  return {
    rule: { code: 'KW5102', severity: 'error' },
    finding: {
      message: `${code} is permitted without a reason`,
      why: 'whoever reads the pipeline later cannot tell whether it still holds',
      hint: `write allow: { ${code}: 'why it is fine here' }`,
    },
  }
}

function unneeded(code: string): Mistake {
  return {
    rule: unusedPermission,
    finding: {
      target: 'key',
      message: `${code} is permitted here and does not come up`,
      why: 'a permission that is not needed hides the next mistake',
      hint: 'take it out, unless the pipeline of another build needs it',
    },
  }
}
