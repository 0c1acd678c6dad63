import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import type { World } from '../../world/world.ts'

/** What tells a check that `--fix` has mended what it can. */
export const mended = 'KITEWRIGHT_MENDED'

/** As many are looked at: each may have its file read again. */
const most = 100

/** Says how many findings `--fix` would mend. Undefined where it would mend none, or has done so. */
export function mendable(diagnostics: readonly LocatedDiagnostic[], { env }: Pick<World, 'env'>): string | undefined {
  if (env[mended] !== undefined) return undefined
  const fixes = diagnostics.flatMap(({ fix }) => fix ?? [])
  const count = fixes.slice(0, most).filter((fix) => fix().length > 0).length
  if (count === 0) return undefined
  return `--fix would mend ${count}${fixes.length > most ? ' or more' : ''} of ${diagnostics.length}`
}
