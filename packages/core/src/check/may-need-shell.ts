import { commandLines } from '../attributes/command-lines.ts'
import type { Graph } from '../model/graph.ts'
import type { CheckOptions } from './check-options.ts'
import { matchesCode } from './matches-code.ts'
import { rules } from './rules.ts'

/** A variable, or meta-data, and one of those who run it as a program. */
const runsText =
  /(?:\$|meta-data get)[\s\S]*\b(?:eval|ssh|sh|bash|pipeline upload)\b|\b(?:eval|ssh|sh|bash|pipeline upload)\b[\s\S]*\$/

/** Whether a rule may need to read a pipeline's commands as a shell does. In doubt, true. */
export function mayNeedShell(graph: Graph, { also = [] }: CheckOptions): boolean {
  const isAsked = rules.some(({ code, needsShell, isOptional }) => needsShell && isOptional && matchesCode(code, also))
  return isAsked || commandLines(graph).some(({ text }) => runsText.test(text))
}
