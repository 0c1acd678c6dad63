import { withoutBytes } from './bytes.ts'
import type { ConditionRegex } from './condition-node.ts'
import { failEvaluation } from './evaluation-failure.ts'
import { type Program, programOf } from './regex-program.ts'
import { isFound } from './run-program.ts'
import { readRegex } from './read-regex.ts'

/** Whether the regular expression occurs in the text; fails where Buildkite would give up, or nobody knows what it means. */
export function matchRegex({ source, ignoreCase }: ConditionRegex, text: string): boolean {
  return isFound(programFor(source, ignoreCase), withoutBytes(text))
}

/** Conditions ask the same of many texts. */
const known = new Map<string, Program>()
const mostKnown = 100

function programFor(source: string, ignoreCase: boolean): Program {
  const id = `${ignoreCase ? 'i' : ''}/${source}`
  const found = known.get(id)
  if (found !== undefined) return found
  const read = readRegex(source, ignoreCase)
  if ('refused' in read) return failEvaluation(read.refused.message)
  if (read.node === undefined) return failEvaluation(`/${source}/ cannot be tried outside Buildkite`)
  const program = programOf(read.node)
  if (known.size >= mostKnown) known.clear()
  known.set(id, program)
  return program
}
