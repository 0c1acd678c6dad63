import { soleSuggestion } from '@kitewright/schema'
import { isWritten, nearStep } from '../../../order/near-step.ts'
import type { Edge, Graph, Node } from '../../../model/graph.ts'
import { stepName } from '../../../model/step-name.ts'
import type { Finding, Language, Rule } from '../../rule.ts'

/** A dependency on a key that no step of this upload has, though one is called nearly so. */
export const nearKey: Rule = {
  code: 'KW3116',
  severity: 'warning',
  *check(graph) {
    for (const { node, edge, key } of foreignKeys(graph)) {
      const near = nearStep(key, graph)
      if (near === undefined) continue
      const keys = graph.nodes.flatMap((one) => (isWritten(one) ? (one.key ?? []) : []))
      const isSure = isWritten(near) && near.key === soleSuggestion(key, keys)
      yield { ...told(node, edge, key), hint: hintFor(key, near), mend: isSure ? near.key : undefined, written: key }
    }
  },
}

/** A dependency on a key that no step of this upload has: another upload may make it. */
export const foreignKey: Rule = {
  code: 'KW3117',
  severity: 'info',
  only: 'yaml',
  *check(graph) {
    for (const { node, edge, key } of foreignKeys(graph)) {
      if (nearStep(key, graph) === undefined)
        yield { ...told(node, edge, key), mistake: key, hint: 'check its spelling, if this file is to have it' }
    }
  },
}

interface ForeignKey {
  readonly node: Node
  readonly edge: Edge
  readonly key: string
}

/** Dependencies on other uploads, as far as they are written out. */
function* foreignKeys({ nodes }: Graph): Iterable<ForeignKey> {
  for (const node of nodes) {
    for (const edge of node.edges ?? []) {
      if (typeof edge.external === 'string') yield { node, edge, key: edge.external }
    }
  }
}

function told(node: Node, { path }: Edge, key: string): Finding {
  return {
    node,
    path,
    message: `${stepName(node.step)} depends on "${key}", which no step here has as its key`,
    why: 'unless another upload of the build makes such a step, this one waits for ever',
  }
}

function hintFor(key: string, near: Node): string | Readonly<Record<Language, string>> {
  if (isWritten(near)) return `did you mean "${near.key}"?`
  return {
    yaml: `Buildkite knows steps by their keys: write key: ${near.key} there${near.key === key ? '' : ', and here'}`,
    typescript: `write depends_on: '${near.key}', for ${stepName(near.step)} of this pipeline`,
  }
}
