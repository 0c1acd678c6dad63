import type { CompileOptions, Diagnostic, draft } from '@kitewright/core'

type Drafted = ReturnType<typeof draft>

/** The checks of core, loaded here; and what reads a shell's texts and what proves gates, where a pipeline needs them. */
export async function checkDraft(drafted: Drafted, given: CompileOptions): Promise<readonly Diagnostic[]> {
  const { check, unmetGate } = await import('@kitewright/core/check')
  const options = { ...given, readShell: await shellReaderFor(drafted, given) }
  const found = check(drafted, options)
  if (!found.some(({ code }) => code === unmetGate.code)) return found
  // The structure does not show that a gate holds, but it may.
  const { breakStory } = await import('@kitewright/prover')
  return check(drafted, { ...options, breakGate: breakStory })
}

async function shellReaderFor({ graph }: Drafted, options: CompileOptions): Promise<CompileOptions['readShell']> {
  const { mayNeedShell } = await import('@kitewright/core/check')
  return mayNeedShell(graph, options) ? (await import('@kitewright/core/shell')).readShell : undefined
}
