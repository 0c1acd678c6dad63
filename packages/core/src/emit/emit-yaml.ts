import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { Node } from 'yaml'
import { toAgentText } from './agent-text.ts'
import type { AgentMap, AgentValue } from './agent-text.ts'
import { escapeSpecial } from './escape-special.ts'
import { isPlain, scalarStyle } from './scalar-style.ts'
import type { EmitOptions } from './text-rules.ts'
import type { WirePipeline } from './wire-pipeline.ts'

/**
 * Writes a pipeline as YAML that the agent reads as meant, and a person likes to read: block style, plain or literal
 * text where that is exact, double quotes elsewhere, no aliases, no folding (text.md §2).
 *
 * ```ts
 * emitYaml({ steps: [{ label: 'Unit', command: 'echo $HOME' }] })
 * // steps:
 * //   - label: Unit
 * //     command: echo $$HOME
 * ```
 */
export function emitYaml(pipeline: WirePipeline, options: EmitOptions = {}): string {
  const document = new Document()
  document.contents = mapNode(toAgentText(pipeline, options)) as typeof document.contents
  return escapeSpecial(document.toString({ lineWidth: 0, doubleQuotedAsJSON: true, singleQuote: false }))
}

function node(value: AgentValue): Node {
  if (typeof value === 'string') return textNode(value, scalarStyle(value))
  if (typeof value !== 'object' || value === null) return new Scalar(value)
  return isList(value) ? listNode(value) : mapNode(value)
}

function listNode(items: readonly AgentValue[]): YAMLSeq {
  const list = new YAMLSeq()
  list.items = items.map(node)
  return list
}

function mapNode(map: AgentMap): YAMLMap {
  const result = new YAMLMap()
  result.items = Object.entries(map).map(
    ([name, value]) => new Pair(textNode(name, isPlain(name) ? 'PLAIN' : 'QUOTE_DOUBLE'), node(value)),
  )
  return result
}

function textNode(text: string, style: Scalar.Type): Scalar {
  const scalar = new Scalar(text)
  scalar.type = style
  return scalar
}

function isList(value: readonly AgentValue[] | AgentMap): value is readonly AgentValue[] {
  return Array.isArray(value)
}
