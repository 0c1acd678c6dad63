import { dirname, join } from 'node:path'
import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import { type Drift, driftIn } from '../../vendored/drift.ts'
import { version } from '../../version.ts'
import type { World } from '../../world/world.ts'

/** Scripts beside a pipeline's file that are not those of this version. Who has none of them misses none. */
export function driftedScripts(file: string, world: World): readonly LocatedDiagnostic[] {
  return driftIn(join(dirname(file), 'scripts'), world)
    .filter((drift) => drift.version !== undefined && drift.state !== 'current')
    .map(diagnostic)
}

function diagnostic({ name, path, state, version: own }: Drift): LocatedDiagnostic {
  const isChanged = state === 'changed'
  return {
    code: 'KW5095',
    severity: isChanged ? 'info' : 'warning',
    message: isChanged
      ? `scripts/${name} was changed here since kitewright ${own}`
      : `scripts/${name} is from kitewright ${own}, not ${version}`,
    path: [],
    why: isChanged ? 'no update reaches it any more' : 'what was mended in it since is missing here',
    hint: isChanged
      ? '`kitewright init --update` shows what differs; what every service needs belongs in kitewright'
      : 'kitewright init --update',
    location: { file: path, line: 1, column: 1, length: 1 },
    related: [],
  }
}
