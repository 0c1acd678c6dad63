import type { Generated } from './generate.ts'
import type { Run } from './run.ts'

/** With a fallback at hand, a fault of ours stops nobody either. */
export async function generateSafely<Result>(
  { invocation }: Run,
  generate: () => Promise<Result>,
): Promise<Result | Generated> {
  try {
    return await generate()
  } catch (error) {
    if (invocation.flags['fallback'] === undefined) throw error
    const { faultDiagnostic } = await import('../../report/fault-diagnostic.ts')
    return { parts: [], diagnostics: [faultDiagnostic(String(error))] }
  }
}
