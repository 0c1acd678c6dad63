import type { Graph, StepKind } from '@kitewright/core'
import { locate, writtenPlugins } from '@kitewright/core/parse'
import type { ParsedPipeline, Path, SourceNode, Span } from '@kitewright/core/parse'
import { spellings } from '@kitewright/schema'
import { lineAt, lineStarts } from './line-starts.ts'
import { partInText, type SoughtPart } from './part-in-text.ts'
import type { Place } from './place.ts'

/** Finds where a value of a pipeline, its name or a part of its text is written in a YAML document. */
export type FindInYaml = (path: Path, target?: 'key' | 'value', part?: SoughtPart) => Span

/** Finds the path in a YAML document of what stands at a path of its pipeline, under whatever spelling. */
export type PathInYaml = (path: Path) => Way

/** @param paths Where each step stands in the document, by the step's value. */
export function pathInYaml(parsed: ParsedPipeline, graph: Graph, paths: ReadonlyMap<unknown, Path>): PathInYaml {
  const steps = new Map(graph.nodes.map((node) => [nameOf(node.path), node]))
  const deepest = graph.nodes.reduce((length, { path }) => Math.max(length, path.length), 0)
  return (path) => {
    const step = stepAround(path)
    if (step === undefined) return { path }
    return pathInStep(parsed, paths.get(step.step) ?? [], step.kind, path.slice(step.path.length))
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

/** @param text The file's. */
export function findInYaml(parsed: ParsedPipeline, pathIn: PathInYaml, text: string): FindInYaml {
  let lines: readonly number[] | undefined
  return (path, target = 'value', part) => {
    const way = pathIn(path)
    return at(
      parsed,
      way.path,
      way.target ?? target,
      part && { part, text, lines: (lines ??= lineStarts(text, lineBreak)) },
    )
  }
}

/** A part of a text that is sought, with the file's text and where its lines begin. */
interface Sought {
  readonly part: SoughtPart
  readonly text: string
  readonly lines: readonly number[]
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
  sought?: Sought,
): Span {
  const way = pathInStep(parsed, step, kind, path)
  return at(parsed, way.path, way.target ?? target, sought)
}

/** A path in a document; to a name where the value there is what the name stands for. */
interface Way {
  readonly path: Path
  readonly target?: 'key' | undefined
}

function pathInStep(parsed: ParsedPipeline, step: Path, kind: StepKind | 'pipeline', path: Path): Way {
  if (path[0] === 'plugins' && typeof path[1] === 'number') return pathInPlugin(parsed, step, path[1], path)
  const ways = spelledPaths(path, kind).map((way) => [...step, ...way])
  return { path: ways.find((way) => isWritten(parsed, way)) ?? [...step, ...path] }
}

/** A plugin has a place of its own in the agent's list, and another one in the document, under the name written there. */
function pathInPlugin(
  { source, targets }: ParsedPipeline,
  step: Path,
  index: number,
  [, , name, ...option]: Path,
): Way {
  const plugins: Path = [...step, 'plugins']
  const written = writtenPlugins(locate(source, targets, plugins).node, targets)[index] ?? []
  const isNamed = typeof written.at(-1) === 'string'
  return { path: [...plugins, ...written, ...option], target: name === undefined && isNamed ? 'key' : undefined }
}

function at({ source, targets }: ParsedPipeline, path: Path, target: 'key' | 'value', sought?: Sought): Span {
  const { key, value, node } = locate(source, targets, path)
  if (target === 'key') return key ?? value
  if (sought === undefined) return value
  const stretches = scalarsOf(node).map(({ span: { offset, end } }) => ({ start: offset, end }))
  const found = partInText(sought.part, stretches, sought.text)
  return found ? spanAt(found.start, found.end, sought.lines) : value
}

/** Whether the path leads to a place of its own, not only to what holds it. */
function isWritten({ source, targets }: ParsedPipeline, path: Path): boolean {
  return locate(source, targets, path).value !== locate(source, targets, path.slice(0, -1)).value
}

/** The texts of a value: of a list of commands, each line. */
function scalarsOf(node: SourceNode): readonly SourceNode[] {
  if (node.kind === 'list') return node.items.flatMap(scalarsOf)
  return node.kind === 'scalar' ? [node] : []
}

function spanAt(offset: number, end: number, starts: readonly number[]): Span {
  const line = lineAt(offset, starts)
  return { offset, end, line, column: offset - (starts[line - 1] ?? 0) + 1 }
}

const nameOf = (path: Path): string => path.join('\0')

function spelledPaths(path: Path, kind: StepKind | 'pipeline'): readonly Path[] {
  const [attribute, ...rest] = path
  return typeof attribute === 'string' ? spellings(kind, attribute).map((name) => [name, ...rest]) : [path]
}

/** A stretch of YAML, as far as its first line goes. */
export function yamlPlace(span: Span, file: string, text: string): Place {
  const start = span.offset - span.column + 1
  const rest = text.slice(span.offset).search(lineBreak)
  const lineEnd = rest === -1 ? text.length : span.offset + rest
  const length = Math.max(1, Math.min(span.end, lineEnd) - span.offset)
  return { file, line: span.line, column: span.column, length, sourceLine: text.slice(start, lineEnd) }
}

/** What ends a line to the agent's reader. */
const lineBreak = /\r\n|[\r\n\u0085]/g
