import type { Diagnostic, draft } from '@kitewright/core'
import type { FileOptions } from './compiled-file.ts'

type Drafted = ReturnType<typeof draft>

/**
 * The checks of core, loaded here; and what reads a shell's texts and what proves gates, where a pipeline needs them. Of what is
 * printed or sent nobody asks how it is mended, so that it is checked once.
 */
export async function checkDraft(drafted: Drafted, given: FileOptions): Promise<readonly Diagnostic[]> {
  const { check, mayNeedShell, mendedByShell, needsProof } = await import('@kitewright/core/check')
  const { graph } = drafted
  const prover = needsProof(graph, given) ? await import('@kitewright/prover') : undefined
  const options = { ...given, breakGate: prover?.breakStory }
  const withShell = async () => ({ ...options, readShell: (await import('@kitewright/core/shell')).readShell })
  if (mayNeedShell(graph, given)) return check(drafted, await withShell())
  const found = check(drafted, options)
  const isMended = given.isRendered !== true && found.some(({ code }) => mendedByShell.has(code))
  return isMended ? check(drafted, await withShell()) : found
}
