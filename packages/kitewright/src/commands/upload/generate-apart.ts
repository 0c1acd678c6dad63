import { timeLimit, usualLimit } from '../../context/time-limit.ts'
import type { Invocation } from '../../command-line.ts'
import { findPipelineFile } from '../../pipeline/find-pipeline-file.ts'
import { isYamlFile } from '../../pipeline/is-yaml-file.ts'
import { apartDiagnostic } from '../../pipeline/apart-diagnostic.ts'
import type { World } from '../../world/world.ts'
import { readGenerated } from './generated-text.ts'
import { generate, type Generated } from './generate.ts'

/**
 * Generates in a process of its own, which ends when its time is over: an author's endless loop, a program that it waits
 * for, or what it does to the process, would otherwise end or hold up the upload of the fallback too.
 */
export async function generateApart(
  invocation: Invocation,
  world: World,
): Promise<Generated | { readonly usage: string }> {
  const file = findPipelineFile(invocation.positionals[0], world)
  if (isYamlFile(file) || world.runApart === undefined) return generate(invocation, world)
  const { seconds = usualLimit } = timeLimit(invocation)
  const ended = await world.runApart(seconds)
  return readGenerated(ended.output) ?? { parts: [], diagnostics: [apartDiagnostic(ended, file, seconds, world)] }
}
