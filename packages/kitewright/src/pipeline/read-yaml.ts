import type { ParsedPipeline, ParseProblem } from '@kitewright/core/parse'
import { parsePipeline } from '@kitewright/core/parse'
import { yamlPlace } from '../locate/find-in-yaml.ts'
import { type MendableProblem, mendProblem } from '../mend/mend-problem.ts'
import type { LocatedDiagnostic } from '../report/located-diagnostic.ts'
import type { FileOptions } from './compiled-file.ts'
import { rewordSyntax } from './syntax-words.ts'
import { explainNoSteps, explainUnread } from './unread-step.ts'

/** The pipelines of a stream of YAML or JSON, and what is wrong with its text. */
export interface ReadYaml {
  readonly pipelines: readonly ParsedPipeline[]
  readonly diagnostics: readonly LocatedDiagnostic[]
}

/** Reads YAML or JSON as the agent does. */
export function readYaml(
  text: string,
  file: string,
  { isRendered = false, isUtf8 = true }: FileOptions = {},
): ReadYaml {
  if (!isUtf8) return notUtf8(text, file)
  const { pipelines, problems } = parsePipeline(text)
  if (pipelines.length === 0 && problems.length === 0) return { pipelines, diagnostics: [nothingIn(text, file)] }
  const all = problems.map((problem): MendableProblem => {
    if (problem.kind === 'syntax' || problem.kind === 'shape') return rewordSyntax(problem, text)
    const pipeline = pipelines[problem.document]
    const explain = explained[problem.kind]
    return pipeline && explain ? { ...problem, ...explain(problem, pipeline) } : problem
  })
  return { pipelines, diagnostics: all.map((problem) => diagnose(problem, file, text, isRendered)) }
}

const texts: Readonly<Record<ParseProblem['kind'], Pick<LocatedDiagnostic, 'code' | 'why'>>> = {
  syntax: { code: 'KW1041', why: 'the agent refuses the whole upload' },
  limit: { code: 'KW1042' },
  quirk: { code: 'KW1042', why: 'the agent reads it in a way of its own, so kitewright does not' },
  shape: { code: 'KW1043', why: 'the agent refuses the whole upload' },
  'unknown-step': { code: 'KW1044' },
  'no-steps': { code: 'KW1045' },
  'repeated-key': { code: 'KW1047', why: 'the last one counts, and nobody says so' },
  tag: { code: 'KW1048', why: 'the agent reads what stands behind the tag, and drops the tag' },
  number: { code: 'KW1049', why: 'the agent sends the number, not the digits that stand here' },
  'inexact-number': { code: 'KW1046', why: 'kitewright cannot render this number again digit by digit' },
}

/** What is told better with a look at what was written. */
const explained: { readonly [kind in ParseProblem['kind']]?: typeof explainUnread } = {
  'unknown-step': explainUnread,
  'no-steps': explainNoSteps,
}

const silence = 'the agent uploads it without a warning, and Buildkite refuses or ignores it'

function diagnose(problem: MendableProblem, file: string, text: string, isRendered: boolean): LocatedDiagnostic {
  const { kind, message, hint, path, span, silent, meant } = problem
  const { code, why: usual } = texts[kind]
  const why = kind === 'unknown-step' && silent === true ? silence : usual
  const severity = kind === 'inexact-number' && isRendered ? 'error' : problem.severity
  const isMended = meant !== undefined || hint?.includes('quotes: ') === true
  const fix = isMended ? () => mendProblem(problem, { file, text }) : undefined
  return { code, severity, message, path, why, hint, location: yamlPlace(span, file, text), related: [], fix }
}

/** What the agent says of bytes that are no text. */
export function notUtf8(text: string, file: string): ReadYaml {
  const before = text.slice(0, Math.max(0, text.indexOf('\ufffd'))).split('\n')
  const span = {
    offset: before.join('\n').length,
    end: 0,
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
  }
  const location = yamlPlace({ ...span, end: span.offset + 1 }, file, text)
  const message = 'the file is not UTF-8'
  return {
    pipelines: [],
    diagnostics: [
      { ...texts.syntax, severity: 'error', message, path: [], hint: 'save it as UTF-8', location, related: [] },
    ],
  }
}

/** A stream without documents: the agent refuses an empty file, and uploads nothing of one that holds comments alone. */
function nothingIn(text: string, file: string): LocatedDiagnostic {
  const hint = 'write steps: a list of steps'
  const shared = { path: [], location: { file, line: 1, column: 1, length: 1 }, related: [] }
  return text === ''
    ? { ...shared, ...texts.shape, severity: 'error', message: 'the file is empty', hint }
    : { ...shared, ...texts['no-steps'], severity: 'warning', message: 'the file holds no pipeline', hint }
}

/** What makes a pipeline useless where its steps are needed. */
export function noSteps(message: string): LocatedDiagnostic {
  return { ...texts['no-steps'], severity: 'error', message, path: [], related: [] }
}
