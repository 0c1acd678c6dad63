import type { World } from '../world/world.ts'
import { hasErrors, type LocatedDiagnostic } from './located-diagnostic.ts'

/**
 * Prints diagnostics to stderr, for commands whose output is something else.
 *
 * @returns Whether any of them is an error.
 */
export async function printDiagnostics(diagnostics: readonly LocatedDiagnostic[], world: World): Promise<boolean> {
  if (diagnostics.length === 0) return false
  const { report } = await import('./report.ts')
  world.stderr.write(await report(diagnostics, 'text', world, world.stderr))
  return hasErrors(diagnostics)
}
