import { commandLines } from '../attributes/command-lines.ts'
import type { Graph } from '../model/graph.ts'
import type { CheckOptions } from './check-options.ts'
import { matchesCode } from './matches-code.ts'
import { rules } from './rules.ts'

/** Whether a text has a variable, and one of those who run it as a program. */
function runsText(text: string): boolean {
  return text.includes('$') && /\b(?:eval|ssh|sh)\b/.test(text)
}

/** Whether a rule may need to read a pipeline's commands as a shell does. In doubt, true. */
export function mayNeedShell(graph: Graph, { also = [] }: CheckOptions): boolean {
  const isAsked = rules.some(({ code, needsShell, isOptional }) => needsShell && isOptional && matchesCode(code, also))
  return isAsked || commandLines(graph).some(({ text }) => runsText(text))
}
