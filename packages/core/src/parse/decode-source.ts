import type { Path } from '@kitewright/schema'
import { limits } from './limits.ts'
import { mergedPairs } from './merged-pairs.ts'
import type { ParseProblem, Span } from './problem.ts'
import { resolveScalar } from './resolve-scalar.ts'
import type { SourceAlias, SourceMap, SourceNode, SourceScalar } from './source.ts'
import type { Value } from '../agent/value.ts'

export interface DecodedSource {
  readonly value: Value
  readonly problems: readonly SourceProblem[]
}

export type SourceProblem = Pick<ParseProblem, 'kind' | 'message' | 'path' | 'span'>

/** A value with its size and depth when every alias is written out. */
interface Sized {
  readonly value: Value
  readonly size: number
  readonly depth: number
}

const nothing: Sized = { value: null, size: 1, depth: 0 }

/**
 * What a document says: aliases and merges resolved, the last of repeated keys winning in the place of the first
 * (docs/spec/pipeline.md §2.3; go-pipeline `ordered/yaml.go`). A node is decoded once, however many aliases name it.
 *
 * @param targets where each alias points
 */
export const decodeSource = (root: SourceNode, targets: ReadonlyMap<SourceNode, SourceNode>): DecodedSource => {
  const problems: SourceProblem[] = []
  const decoded = new Map<SourceNode, Sized>()
  const open = new Set<SourceNode>()
  let budget: number = limits.values
  let stopped = false

  const refuse = (kind: SourceProblem['kind'], message: string, path: Path, span: Span): Sized => {
    if (problems.length < 100) problems.push({ kind, message, path, span })
    return nothing
  }

  const decode = (node: SourceNode, path: Path): Sized => {
    const known = decoded.get(node)
    if (known !== undefined) return known
    open.add(node)
    const result = withinLimits(decodeOpen(node, path), node, path)
    open.delete(node)
    decoded.set(node, result)
    return result
  }

  const withinLimits = (result: Sized, node: SourceNode, path: Path): Sized => {
    const deep = result.depth > limits.depth
    if (stopped || (!deep && result.size <= limits.values && budget >= 0)) return result
    stopped = true
    const limit = deep ? `nested more than ${limits.depth} levels deep` : `more than ${limits.values} values`
    return refuse('limit', `${limit}, aliases written out`, path, node.span)
  }

  const decodeOpen = (node: SourceNode, path: Path): Sized => {
    if (stopped) return nothing
    switch (node.kind) {
      case 'scalar':
        return decodeScalar(node, path)
      case 'list': {
        const items = node.items.map((item, index) => decode(item, [...path, index]))
        return sized(Object.freeze(items.map((item) => item.value)), items)
      }
      case 'map':
        return decodeMap(node, path)
      case 'alias': {
        const target = targets.get(node)
        if (target === undefined) return refuse('syntax', `no anchor is named "${node.name}"`, path, node.span)
        if (open.has(target)) return refuse('shape', 'this alias is inside the node that it repeats', path, node.span)
        return decode(target, path)
      }
    }
  }

  const decodeScalar = (node: SourceScalar, path: Path): Sized => {
    const resolved = resolveScalar(node)
    if ('reason' in resolved) return refuse('syntax', resolved.reason, path, node.span)
    return { ...nothing, value: resolved.value }
  }

  const decodeMap = (node: SourceMap, path: Path): Sized => {
    const merged = mergedPairs(node, targets, budget)
    budget -= merged.pairs.length
    for (const { kind, message, span } of merged.problems) refuse(kind, message, path, span)
    const entries = new Map<string, Sized>()
    for (const { name, value } of merged.pairs) entries.set(name, decode(value, [...path, name]))
    return sized(new Map([...entries].map(([name, entry]) => [name, entry.value])), [...entries.values()])
  }

  const { value } = decode(root, [])
  // What a merge leaves out is not decoded.
  const lost = problems.length > 0 ? undefined : aliasesIn(root).find((alias) => !targets.has(alias))
  if (lost !== undefined) refuse('syntax', `no anchor is named "${lost.name}"`, [], lost.span)
  return { value, problems }
}

const aliasesIn = (node: SourceNode): readonly SourceAlias[] => {
  if (node.kind === 'alias') return [node]
  if (node.kind === 'list') return node.items.flatMap(aliasesIn)
  return node.kind === 'map' ? node.pairs.flatMap(({ key, value }) => [...aliasesIn(key), ...aliasesIn(value)]) : []
}

const sized = (value: Value, parts: readonly Sized[]): Sized => ({
  value,
  size: parts.reduce((sum, part) => sum + part.size, 1),
  depth: parts.reduce((deepest, part) => Math.max(deepest, part.depth), 0) + 1,
})
