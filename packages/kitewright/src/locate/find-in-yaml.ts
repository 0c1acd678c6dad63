import type { Graph, StepKind } from '@kitewright/core'
import { locate } from '@kitewright/core/parse'
import type { ParsedPipeline, Path, Span } from '@kitewright/core/parse'
import { spellings } from '@kitewright/schema'
import type { Place } from './place.ts'

/** Finds where a value of a pipeline, or its name, is written in a YAML document. */
export type FindInYaml = (path: Path, target?: 'key' | 'value') => Span

/** @param paths Where each step stands in the document, by the step's value. */
export function findInYaml(parsed: ParsedPipeline, graph: Graph, paths: ReadonlyMap<unknown, Path>): FindInYaml {
  const steps = graph.nodes
    .map(({ path, step, kind }) => ({ path, kind, written: paths.get(step) ?? [] }))
    .toSorted((a, b) => b.path.length - a.path.length)
  return (path, target = 'value') => {
    const step = steps.find((candidate) => candidate.path.every((part, index) => part === path[index]))
    if (step === undefined) return at(path, target)
    const inside = path.slice(step.path.length)
    const ways = spelledPaths(inside, step.kind).map((way) => [...step.written, ...way])
    return at(ways.find(isWritten) ?? [...step.written, ...inside], target)
  }

  function at(path: Path, target: 'key' | 'value'): Span {
    const { key, value } = locate(parsed.source, parsed.targets, path)
    return target === 'key' ? (key ?? value) : value
  }

  /** Whether the path leads to a place of its own, not only to what holds it. */
  function isWritten(path: Path): boolean {
    const holder = locate(parsed.source, parsed.targets, path.slice(0, -1))
    return locate(parsed.source, parsed.targets, path).value !== holder.value
  }
}

function spelledPaths(path: Path, kind: StepKind): readonly Path[] {
  const [attribute, ...rest] = path
  return typeof attribute === 'string' ? spellings(kind, attribute).map((name) => [name, ...rest]) : [path]
}

/** A stretch of YAML, as far as its first line goes. */
export function yamlPlace(span: Span, file: string, text: string): Place {
  const stretch = text.slice(span.offset, Math.max(span.end, span.offset + 1))
  const length = Math.max(1, (stretch.split(/[\r\n]/, 1)[0] ?? '').length)
  const sourceLine = text.split(/\r\n|\n/)[span.line - 1]
  return { file, line: span.line, column: span.column, length, sourceLine }
}
