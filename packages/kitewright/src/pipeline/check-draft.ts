import type { CompileOptions, Diagnostic, draft } from '@kitewright/core'

type Drafted = ReturnType<typeof draft>

/** The checks of core, loaded here; and what reads a shell's texts and what proves gates, where a pipeline needs them. */
export async function checkDraft(drafted: Drafted, given: CompileOptions): Promise<readonly Diagnostic[]> {
  const { check, mayNeedShell, needsProof } = await import('@kitewright/core/check')
  const { graph } = drafted
  const shell = mayNeedShell(graph, given) ? await import('@kitewright/core/shell') : undefined
  const prover = needsProof(graph, given) ? await import('@kitewright/prover') : undefined
  return check(drafted, { ...given, readShell: shell?.readShell, breakGate: prover?.breakStory })
}
