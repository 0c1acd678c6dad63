import type { ConditionRegex } from './condition-node.ts'
import { failEvaluation } from './evaluation-failure.ts'
import { type Program, programOf } from './regex-program.ts'
import { isFound } from './run-program.ts'
import { translateRegex } from './translate-regex.ts'

/** Whether the regular expression occurs in the text; fails where Buildkite would give up, or nobody knows what it means. */
export function matchRegex({ source, ignoreCase }: ConditionRegex, text: string): boolean {
  return isFound(programFor(source, ignoreCase), text)
}

/** Conditions ask the same of many texts. */
const known = new Map<string, Program>()
const mostKnown = 100

function programFor(source: string, ignoreCase: boolean): Program {
  const id = `${ignoreCase ? 'i' : ''}/${source}`
  const found = known.get(id)
  if (found !== undefined) return found
  const translated = translateRegex(source, ignoreCase)
  if ('refused' in translated) return failEvaluation(translated.refused.message)
  if (translated.node === undefined) return failEvaluation(`/${source}/ cannot be tried outside Buildkite`)
  const program = programOf(translated.node)
  if (known.size >= mostKnown) known.clear()
  known.set(id, program)
  return program
}
