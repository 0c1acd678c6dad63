import { type CompileOptions, type Diagnostic, type draft } from '@kitewright/core'

/** The checks of core, loaded here; and with them what reads a shell's texts, where a pipeline needs it. */
export async function checkDraft(
  drafted: ReturnType<typeof draft>,
  options: CompileOptions,
): Promise<readonly Diagnostic[]> {
  const { check, mayNeedShell } = await import('@kitewright/core/check')
  if (!mayNeedShell(drafted.graph, options)) return check(drafted, options)
  const { readShell } = await import('@kitewright/core/shell')
  return check(drafted, { ...options, readShell })
}
