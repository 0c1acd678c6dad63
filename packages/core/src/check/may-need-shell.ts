import { commandLines } from '../attributes/command-lines.ts'
import type { Graph } from '../model/graph.ts'
import type { CheckOptions } from './check-options.ts'
import { matchesCode } from './matches-code.ts'
import { rules } from './rules.ts'
import { mayPushAndDeploy } from './rules/gates/moved-image.ts'
import { mayDeployByTools } from './rules/gates/older-deploy.ts'

/** Whether a text has a variable, or meta-data, and one of those who run it as a program. */
function runsText(text: string): boolean {
  return /\$|meta-data get/.test(text) && /\b(?:eval|ssh|(?:ba|da|z|k|a)?sh)\b/.test(text)
}

/** Whether a rule may need to read a pipeline's commands as a shell does. In doubt, true. */
export function mayNeedShell(graph: Graph, { also = [], deploys }: CheckOptions): boolean {
  const isAsked = rules.some(({ code, needsShell, isOptional }) => needsShell && isOptional && matchesCode(code, also))
  if (isAsked || mayDeployByTools(graph, deploys) || mayPushAndDeploy(graph, deploys)) return true
  return commandLines(graph).some(({ text }) => runsText(text))
}
