import { limits } from './limits.ts'
import type { ParseProblem, Span } from './problem.ts'
import { resolveScalar } from './resolve-scalar.ts'
import type { SourceMap, SourceNode } from './source.ts'

/** One pair of a map after merging: the key as the agent spells it, and where it is written. */
export interface MergedPair {
  readonly name: string
  readonly key: SourceNode
  readonly value: SourceNode
}

export interface MergedPairs {
  readonly pairs: readonly MergedPair[]
  readonly problems: readonly Pick<ParseProblem, 'kind' | 'message' | 'span'>[]
}

/**
 * The pairs of a map and of all that it merges by `<<`, in the agent's order: the map's own keys win, then those of
 * earlier merges (go-pipeline `rangeYAMLMap`). Repeated keys of one map all appear.
 *
 * @param budget At most how many pairs are wanted. Of more, one too many is gathered, which tells the caller.
 */
export const mergedPairs = (
  map: SourceMap,
  targets: ReadonlyMap<SourceNode, SourceNode>,
  budget: number = limits.values,
): MergedPairs => {
  const problems: MergedPairs['problems'][number][] = []
  const pairs: MergedPair[] = []
  const merged = new Set<SourceNode>()
  type Visit = (pair: MergedPair) => void

  const refuse = (message: string, span: Span, kind: 'shape' | 'limit' = 'shape'): void => {
    problems.push({ kind, message, span })
  }

  const range = (node: SourceNode, visit: Visit): void => {
    if (merged.has(node)) return
    merged.add(node)
    if (merged.size > limits.depth)
      return refuse(`more than ${limits.depth} merges into one mapping`, map.span, 'limit')
    switch (node.kind) {
      case 'map':
        return rangeMap(node, visit)
      case 'list':
        return node.items.forEach((item) => range(item, visit))
      case 'alias': {
        const target = targets.get(node)
        return target === undefined ? refuse(`no anchor is named "${node.name}"`, node.span) : range(target, visit)
      }
      case 'scalar':
        return refuse('`<<` merges a mapping or a list of mappings', node.span)
    }
  }

  const rangeMap = (node: SourceMap, visit: Visit): void => {
    const names = node.pairs.map(({ key }) => (isMergeKey(key) ? undefined : nameOf(key)))
    const taken = new Set(names)
    const visitUntaken: Visit = (pair) => {
      if (taken.has(pair.name)) return
      taken.add(pair.name)
      visit(pair)
    }
    for (const [index, { key, value }] of node.pairs.entries()) {
      const name = names[index]
      if (isMergeKey(key)) range(value, visitUntaken)
      else if (name !== undefined && pairs.length <= budget) visit({ name, key, value })
    }
  }

  const nameOf = (key: SourceNode): string | undefined => {
    const name = keyName(key.kind === 'alias' ? targets.get(key) : key)
    if (typeof name === 'string') return name
    refuse(name.reason, key.span)
    return undefined
  }

  range(map, (pair) => pairs.push(pair))
  return { pairs, problems }
}

/** Whether a key is the merge key `<<`; quoted it is a key like any other. */
export const isMergeKey = (key: SourceNode): boolean =>
  key.kind === 'scalar' && (key.tag === undefined || key.tag === '!' ? isPlainMerge(key) : key.tag === '!!merge')

const isPlainMerge = (key: SourceNode): boolean => key.kind === 'scalar' && key.style === 'plain' && key.text === '<<'

// A key as the agent spells it: `1` and `0x1` are both "1", `1.5` is "1.500000e+00", a null is refused.
const keyName = (key: SourceNode | undefined): string | { readonly reason: string } => {
  if (key === undefined) return { reason: 'this alias names no anchor' }
  if (key.kind !== 'scalar') return { reason: 'a key must be a text, a number or a boolean' }
  const resolved = resolveScalar(key)
  if ('reason' in resolved) return resolved
  const { tag, value } = resolved
  if (tag === 'null') return { reason: 'a key must not be empty or null' }
  if (tag === 'bool' || tag === 'int') return String(value)
  return tag === 'float' ? exponentForm(Number(value)) : key.text
}

// Go's %e: six digits after the point, an exponent of two digits at least.
const exponentForm = (value: number): string => {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf'
  return value.toExponential(6).replace(/e([-+])(\d)$/, 'e$10$2')
}
