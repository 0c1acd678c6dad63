import type { ParsedPipeline, ParseProblem } from '@kitewright/core/parse'
import { parsePipeline } from '@kitewright/core/parse'
import { yamlPlace } from '../locate/find-in-yaml.ts'
import type { LocatedDiagnostic } from '../report/located-diagnostic.ts'
import type { FileOptions } from './compiled-file.ts'

/** The pipelines of a stream of YAML or JSON, and what is wrong with its text. */
export interface ReadYaml {
  readonly pipelines: readonly ParsedPipeline[]
  readonly diagnostics: readonly LocatedDiagnostic[]
}

/** Reads YAML or JSON as the agent does. */
export function readYaml(text: string, file: string, { isRendered = false }: FileOptions = {}): ReadYaml {
  const { pipelines, problems } = parsePipeline(text)
  if (pipelines.length === 0 && problems.length === 0) return { pipelines, diagnostics: [nothingIn(text, file)] }
  return { pipelines, diagnostics: problems.map((problem) => diagnose(problem, file, text, isRendered)) }
}

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

function diagnose(problem: ParseProblem, file: string, text: string, isRendered: boolean): LocatedDiagnostic {
  const { kind, message, path, span, silent } = problem
  const why = kind === 'unknown-step' && silent === true ? silence : whys[kind]
  const severity = kind === 'inexact-number' && isRendered ? 'error' : problem.severity
  return { code: codes[kind], severity, message, path, why, location: yamlPlace(span, file, text), related: [] }
}

/** A stream without documents: the agent refuses an empty file, and uploads nothing of one that holds comments alone. */
function nothingIn(text: string, file: string): LocatedDiagnostic {
  const shared = { path: [], location: { file, line: 1, column: 1, length: 1 }, related: [] }
  return text === ''
    ? { ...shared, code: codes.shape, severity: 'error', message: 'the file is empty', why: whys.shape }
    : { ...shared, code: codes['no-steps'], severity: 'warning', message: 'the file holds no pipeline' }
}
