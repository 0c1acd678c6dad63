import type { CompileOptions, Diagnostic, draft } from '@kitewright/core'

type Drafted = ReturnType<typeof draft>

/** The checks of core, loaded here; and what reads a shell's texts and what proves gates, where a pipeline needs them. */
export async function checkDraft(drafted: Drafted, given: CompileOptions): Promise<readonly Diagnostic[]> {
  const { check, mayNeedShell, mendedByShell, needsProof } = await import('@kitewright/core/check')
  const withShell = async () => ({ ...given, readShell: (await import('@kitewright/core/shell')).readShell })
  let options = mayNeedShell(drafted.graph, given) ? await withShell() : given
  let found = check(drafted, options)
  if (options.readShell === undefined && found.some(({ code }) => mendedByShell.has(code))) {
    options = await withShell()
    found = check(drafted, options)
  }
  if (!found.some(needsProof)) return found
  // The structure does not show that a gate holds, but it may.
  const { breakStory } = await import('@kitewright/prover')
  return check(drafted, { ...options, breakGate: breakStory })
}
