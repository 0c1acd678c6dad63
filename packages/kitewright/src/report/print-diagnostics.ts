import type { World } from '../world/world.ts'
import type { LocatedDiagnostic } from './located-diagnostic.ts'

/**
 * Prints diagnostics to stderr, for commands whose output is something else.
 *
 * @returns Whether any of them is an error.
 */
export async function printDiagnostics(diagnostics: readonly LocatedDiagnostic[], world: World): Promise<boolean> {
  if (diagnostics.length === 0) return false
  const [{ textReport }, { wantsColor }] = await Promise.all([import('./text-report.ts'), import('./paint.ts')])
  world.stderr.write(textReport(diagnostics, { cwd: world.cwd, color: wantsColor(world.stderr, world.env) }))
  return diagnostics.some(({ severity }) => severity === 'error')
}
