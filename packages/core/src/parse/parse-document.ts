import type { Path } from '@kitewright/schema'
import { decodePipeline } from '../agent/decode-pipeline.ts'
import { decodeSource } from './decode-source.ts'
import type { AgentStep } from '../agent/agent-step.ts'
import type { JsonObject } from '../agent/json.ts'
import { locate } from './locate.ts'
import { findLostText } from './lost-text.ts'
import { findInfinite, findNumbers, isInexact } from './numbers.ts'
import type { ParseProblem } from './problem.ts'
import type { SyntaxProblem } from './syntax-problem.ts'
import type { SourceNode } from './source.ts'
import { isList, isMap, type Value } from '../agent/value.ts'

/** One document of a stream, as written and as the agent understands it. */
export interface ParsedPipeline {
  /** What the document says, before the agent reads meaning into it. */
  readonly value: Value
  /** What the agent makes of it. A dry run without interpolation prints it `withoutIfChanged`. */
  readonly canonical: JsonObject
  readonly steps: readonly AgentStep[]
  /** The document with places, comments and anchors. */
  readonly source: SourceNode
  /** Which node each alias of the stream means. */
  readonly targets: ReadonlyMap<SourceNode, SourceNode>
}

export interface ParsedDocument {
  /** Absent where the agent refuses the document. */
  readonly pipeline?: ParsedPipeline
  readonly problems: readonly ParseProblem[]
}

type Report = (
  severity: ParseProblem['severity'],
  kind: ParseProblem['kind'],
  message: string,
  path: Path,
  silent?: boolean,
) => ParseProblem

/** Reads one document. `syntax` is what is wrong with it as YAML. */
export const parseDocument = (
  source: SourceNode,
  targets: ReadonlyMap<SourceNode, SourceNode>,
  document: number,
  syntax: SyntaxProblem | undefined,
): ParsedDocument => {
  if (syntax !== undefined) return { problems: [{ ...syntax, severity: 'error', document, path: [] }] }
  const decoded = decodeSource(source, targets)
  if (decoded.problems.length > 0) {
    const problems = decoded.problems.map((problem) => ({ ...problem, severity: 'error', document }) as const)
    return { problems: problems.toSorted((a, b) => a.span.offset - b.span.offset) }
  }
  const report: Report = (severity, kind, message, path, silent) => ({
    kind,
    severity,
    message,
    document,
    path,
    span: locate(source, targets, path).value,
    silent,
  })
  const understood = understand(decoded.value, source, targets, report)
  if (understood.pipeline === undefined) return understood
  const lost = findLostText(source, targets).map(
    (one) => ({ ...one, severity: 'warning', document, silent: true }) as const,
  )
  return { ...understood, problems: [...understood.problems, ...lost] }
}

const understand = (
  value: Value,
  source: SourceNode,
  targets: ReadonlyMap<SourceNode, SourceNode>,
  report: Report,
): ParsedDocument => {
  const pipeline = decodePipeline(value)
  if ('mismatch' in pipeline) return { problems: [report('error', 'shape', pipeline.mismatch, pipeline.path)] }
  const infinite = findInfinite(pipeline.json)
  if (infinite.length > 0) {
    return { problems: infinite.map((path) => report('error', 'shape', 'the agent cannot print this number', path)) }
  }
  const problems = [
    ...pipeline.warnings.map(({ message, path, silent }) => report('warning', 'unknown-step', message, path, silent)),
    ...(pipeline.steps.length > 0 || isListOfNone(value)
      ? []
      : [report('warning', 'no-steps', 'this pipeline has no steps', [], pipeline.hasSteps)]),
    ...findNumbers(value, isInexact).map((path) =>
      report('warning', 'inexact-number', 'this integer is larger than JavaScript can hold exactly', path, true),
    ),
  ]
  return { pipeline: { value, canonical: pipeline.json, steps: pipeline.steps, source, targets }, problems }
}

/** Whether a document says itself that there is nothing to run. */
const isListOfNone = (value: Value): boolean => isList(value) || (isMap(value) && isList(value.get('steps')))
