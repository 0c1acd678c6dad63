import { composeDocuments } from './compose.ts'
import { linkAliases } from './link-aliases.ts'
import { parseDocument } from './parse-document.ts'
import type { ParsedPipeline } from './parse-document.ts'
import type { ParseProblem } from './problem.ts'
import { readSource } from './read-source.ts'

/** A stream of YAML or JSON, read as the agent reads it. */
export interface ParsedStream {
  /** The pipelines up to the first one that the agent refuses; each is an upload of its own. */
  readonly pipelines: readonly ParsedPipeline[]
  /** In the order of the text. One error at least if the agent refuses the stream. */
  readonly problems: readonly ParseProblem[]
}

/**
 * Reads pipelines from YAML or JSON exactly as buildkite-agent v3.137 does: YAML 1.1 numbers and dates, merge keys,
 * aliases, the last of repeated keys, bare lists of steps, older spellings. Never throws: what is wrong comes as problems
 * with places.
 *
 * ```ts
 * const { pipelines, problems } = parsePipeline('steps: [{ command: make, name: Build }]')
 * pipelines[0]?.canonical // { steps: [{ command: 'make', label: 'Build' }] }
 * ```
 */
export const parsePipeline = (text: string): ParsedStream => {
  const composed = composeDocuments(text)
  if (composed.problem !== undefined) {
    const { kind, message, span } = composed.problem
    return { pipelines: [], problems: [{ kind, severity: 'error', message, document: 0, path: [], span }] }
  }
  const sources = composed.documents.map((document) => readSource(document, text, composed.lines))
  const targets = linkAliases(sources)
  const pipelines: ParsedPipeline[] = []
  const problems: ParseProblem[] = []
  for (const [index, source] of sources.entries()) {
    const parsed = parseDocument(source, targets, index, composed.errors[index])
    problems.push(...parsed.problems)
    if (parsed.pipeline === undefined) break
    pipelines.push(parsed.pipeline)
  }
  return { pipelines, problems }
}
