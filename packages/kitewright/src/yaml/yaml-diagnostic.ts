import type { ParseProblem, Span } from '@kitewright/core/parse'
import type { LocatedDiagnostic, Location } from '../report/located.ts'

const codes = {
  syntax: 'KW1041',
  limit: 'KW1042',
  shape: 'KW1043',
  'unknown-step': 'KW1044',
  'no-steps': 'KW1045',
  'inexact-number': 'KW1046',
} as const satisfies Record<ParseProblem['kind'], string>

const silence = 'the agent uploads it without a warning, and Buildkite refuses or ignores it'

const whys: { readonly [kind in ParseProblem['kind']]?: string } = {
  syntax: 'the agent refuses the whole upload',
  shape: 'the agent refuses the whole upload',
  'inexact-number': 'kitewright cannot render this number again digit by digit',
}

/** What is wrong with a pipeline's YAML, as a diagnostic with its place. */
export function yamlDiagnostic(problem: ParseProblem, file: string, text: string): LocatedDiagnostic {
  const { kind, severity, message, path, span, silent } = problem
  const why = kind === 'unknown-step' && silent === true ? silence : whys[kind]
  return { code: codes[kind], severity, message, path, why, location: yamlLocation(span, file, text), related: [] }
}

/** A stretch of YAML, as far as its first line goes. */
export function yamlLocation(span: Span, file: string, text: string): Location {
  const stretch = text.slice(span.offset, Math.max(span.end, span.offset + 1))
  const length = Math.max(1, (stretch.split(/[\r\n]/, 1)[0] ?? '').length)
  const sourceLine = text.split(/\r\n|\n/)[span.line - 1]
  return { file, line: span.line, column: span.column, length, sourceLine }
}
