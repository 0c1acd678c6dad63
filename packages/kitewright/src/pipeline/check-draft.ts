import type { CompileOptions, Diagnostic, draft } from '@kitewright/core'

type Drafted = ReturnType<typeof draft>

/** The checks of core, loaded here; and what reads a shell's texts and what proves gates, where a pipeline needs them. */
export async function checkDraft(drafted: Drafted, given: CompileOptions): Promise<readonly Diagnostic[]> {
  const { check, mayNeedShell, mendedByShell, needsProof } = await import('@kitewright/core/check')
  const { graph } = drafted
  const prover = needsProof(graph, given) ? await import('@kitewright/prover') : undefined
  const options = { ...given, breakGate: prover?.breakStory }
  const withShell = async () => ({ ...options, readShell: (await import('@kitewright/core/shell')).readShell })
  if (mayNeedShell(graph, given)) return check(drafted, await withShell())
  const found = check(drafted, options)
  return found.some(({ code }) => mendedByShell.has(code)) ? check(drafted, await withShell()) : found
}
