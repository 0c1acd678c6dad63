import { attributeNames, type Path } from '@kitewright/schema'
import { goText } from '../agent/go-text.ts'
import { isTimestamp, type Value } from '../agent/value.ts'
import { isMergeKey } from './merged-pairs.ts'
import type { ParseProblem } from './problem.ts'
import { resolveScalar } from './resolve-scalar.ts'
import type { SourceMap, SourceNode, SourceScalar } from './source.ts'

/** What is written in a document and means something else to whoever reads YAML. */
export type LostText = Pick<ParseProblem, 'kind' | 'message' | 'hint' | 'path' | 'span'>

/**
 * Where a document loses what its author wrote: keys that are repeated, tags that were meant as text, numbers whose
 * digits change. Each place is told once, however many aliases name it.
 */
export function findLostText(root: SourceNode, targets: ReadonlyMap<SourceNode, SourceNode>): readonly LostText[] {
  const found: LostText[] = []
  const seen = new Set<SourceNode>()
  visit(root, [])
  return found

  function visit(node: SourceNode, path: Path): void {
    if (seen.has(node)) return
    seen.add(node)
    if (node.kind === 'alias') {
      const target = targets.get(node)
      if (target !== undefined) visit(target, path)
    } else if (node.kind === 'list') node.items.forEach((item, index) => visit(item, [...path, index]))
    else if (node.kind === 'scalar') found.push(...lostTag(node, path), ...lostDigits(node, path))
    else visitMap(node, path)
  }

  function visitMap(map: SourceMap, path: Path): void {
    found.push(...repeatedKeys(map, path))
    for (const { key, value } of map.pairs) {
      if (isMergeKey(key)) visit(value, path)
      else if (key.kind === 'scalar' && isRead(key.text, path)) visit(value, [...path, key.text])
    }
  }
}

/** Beside the steps there may be names that only hold anchors: what of it is used is found by its aliases. */
function isRead(name: string, path: Path): boolean {
  return path.length > 0 || attributeNames.pipeline.includes(name)
}

function* repeatedKeys(map: SourceMap, path: Path): Iterable<LostText> {
  const first = new Map<string, SourceNode>()
  for (const { key } of map.pairs) {
    if (key.kind !== 'scalar' || isMergeKey(key)) continue
    const { text, span } = key
    const earlier = first.get(text)
    if (earlier === undefined) first.set(text, key)
    else {
      yield {
        kind: 'repeated-key',
        message: `"${text}" stands here again: what line ${earlier.span.line} says is lost`,
        hint: 'take one of the two out, or put both into one',
        path: [...path, text],
        span,
      }
    }
  }
}

function* lostTag({ tag, text, span, tagSpan = span }: SourceScalar, path: Path): Iterable<LostText> {
  if (tag === undefined || !/^![^!<]/.test(tag)) return
  const written = text === '' ? tag : `${tag} ${text}`
  yield {
    kind: 'tag',
    message: `${tag} is a tag of YAML here, and no text: what is left is ${text === '' ? 'nothing' : `"${text}"`}`,
    hint: `write it in quotes: "${written}"`,
    path,
    span: tagSpan,
  }
}

/** Attributes that are numbers: only the base of what is written there can surprise. */
const numbers: ReadonlySet<string | number | undefined> = new Set([
  'timeout_in_minutes',
  'parallelism',
  'priority',
  'concurrency',
  'limit',
  'exit_status',
  'depth',
])

/** Attributes whose values the agent makes texts (docs/spec/pipeline.md §2.4). Others, as options of plugins, stay what they are. */
const texts: ReadonlySet<string | number | undefined> = new Set([
  'env',
  'matrix',
  'command',
  'commands',
  'label',
  'name',
  'key',
  'id',
  'identifier',
])

function* lostDigits(scalar: SourceScalar, path: Path): Iterable<LostText> {
  const { text, style, tag, span } = scalar
  if (style !== 'plain' || tag !== undefined || !/^(?:[-+.\d]|T(?:rue|RUE)$|F(?:alse|ALSE)$)/.test(text)) return
  const resolved = resolveScalar(scalar)
  if ('reason' in resolved || typeof resolved.value === 'string') return
  const { value } = resolved
  const printed = arrivingText(value, path)
  const isNumber = numbers.has(path.findLast((segment) => typeof segment === 'string'))
  if (printed === undefined || printed === text || (isNumber && !/^[-+]?0\d/.test(text))) return
  yield {
    kind: 'number',
    message: `${text} is the ${typeof value === 'object' ? 'time' : typeof value === 'boolean' ? 'boolean' : 'number'} ${printed} to a reader of YAML`,
    hint: isNumber ? `write ${text.replace(/0+(?=\d)/, '')}` : `write it in quotes: "${text}"`,
    path,
    span,
  }
}

/** What arrives of a number, time or boolean. Returns undefined where that is not a matter of how it is written. */
function arrivingText(value: Value, path: Path): string | undefined {
  if (value !== null && isTimestamp(value)) return value.timestamp
  const isText = texts.has(path.findLast((_, index) => path[index - 2] === 'steps') ?? path[0])
  if (isText || goText(value) === undefined) return goText(value)
  if (typeof value === 'boolean') return undefined
  return typeof value === 'number' && !Number.isFinite(value) ? undefined : String(value)
}
