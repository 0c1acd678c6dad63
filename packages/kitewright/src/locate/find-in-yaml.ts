import type { Graph, StepKind } from '@kitewright/core'
import { locate } from '@kitewright/core/parse'
import type { ParsedPipeline, Path, Span } from '@kitewright/core/parse'
import { spellings } from '@kitewright/schema'
import type { Place } from './place.ts'

/** Finds where a value of a pipeline, or its name, is written in a YAML document. */
export type FindInYaml = (path: Path, target?: 'key' | 'value') => Span

/** @param paths Where each step stands in the document, by the step's value. */
export function findInYaml(parsed: ParsedPipeline, graph: Graph, paths: ReadonlyMap<unknown, Path>): FindInYaml {
  const steps = new Map(graph.nodes.map((node) => [nameOf(node.path), node]))
  const deepest = graph.nodes.reduce((length, { path }) => Math.max(length, path.length), 0)
  return (path, target = 'value') => {
    const step = stepAround(path)
    if (step === undefined) return at(parsed, path, target)
    return findInStep(parsed, paths.get(step.step) ?? [], step.kind, path.slice(step.path.length), target)
  }

  /** The innermost step that a path leads into. */
  function stepAround(path: Path): Graph['nodes'][number] | undefined {
    for (let length = Math.min(deepest, path.length); length > 0; length--) {
      const step = steps.get(nameOf(path.slice(0, length)))
      if (step !== undefined) return step
    }
    return undefined
  }
}

/**
 * Where an attribute of a step, or of the pipeline, is written, under whatever spelling.
 *
 * @param step Where the step stands in the document.
 */
export function findInStep(
  parsed: ParsedPipeline,
  step: Path,
  kind: StepKind | 'pipeline',
  path: Path,
  target: 'key' | 'value' = 'value',
): Span {
  const ways = spelledPaths(path, kind).map((way) => [...step, ...way])
  return at(parsed, ways.find((way) => isWritten(parsed, way)) ?? [...step, ...path], target)
}

function at({ source, targets }: ParsedPipeline, path: Path, target: 'key' | 'value'): Span {
  const { key, value } = locate(source, targets, path)
  return target === 'key' ? (key ?? value) : value
}

/** Whether the path leads to a place of its own, not only to what holds it. */
function isWritten({ source, targets }: ParsedPipeline, path: Path): boolean {
  return locate(source, targets, path).value !== locate(source, targets, path.slice(0, -1)).value
}

const nameOf = (path: Path): string => path.join('\0')

function spelledPaths(path: Path, kind: StepKind | 'pipeline'): readonly Path[] {
  const [attribute, ...rest] = path
  return typeof attribute === 'string' ? spellings(kind, attribute).map((name) => [name, ...rest]) : [path]
}

/** A stretch of YAML, as far as its first line goes. */
export function yamlPlace(span: Span, file: string, text: string): Place {
  const start = span.offset - span.column + 1
  lineBreak.lastIndex = span.offset
  const lineEnd = lineBreak.exec(text)?.index ?? text.length
  const length = Math.max(1, Math.min(span.end, lineEnd) - span.offset)
  return { file, line: span.line, column: span.column, length, sourceLine: text.slice(start, lineEnd) }
}

/** What ends a line to the agent's reader. */
const lineBreak = /[\r\n\u0085]/g
