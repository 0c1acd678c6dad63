import { dirname, join } from 'node:path'
import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import { type Drift, driftIn } from '../../vendored/drift.ts'
import { version } from '../../version.ts'
import type { World } from '../../world/world.ts'

/** Scripts beside a pipeline's file that are not those of this version. Who has none of them misses none. */
export function driftedScripts(file: string, world: World): readonly LocatedDiagnostic[] {
  const scripts = driftIn(join(dirname(file), 'scripts'), world)
  if (scripts.every(({ version: own }) => own === undefined)) return []
  return scripts.flatMap((script) => diagnostic(script) ?? [])
}

function diagnostic({ name, path, state, version: own }: Drift): LocatedDiagnostic | undefined {
  if (state === 'current' || (state === 'changed' && own === undefined)) return undefined
  return {
    code: 'KW5095',
    severity: state === 'outdated' ? 'warning' : 'info',
    ...words(name, own)[state],
    path: [],
    location: { file: path, line: 1, column: 1, length: 1 },
    related: [],
  }
}

type Words = Pick<LocatedDiagnostic, 'message' | 'why' | 'hint'>

const words = (name: string, own: string | undefined): Readonly<Record<'missing' | 'outdated' | 'changed', Words>> => ({
  missing: {
    message: `scripts/${name} of kitewright ${version} is not here`,
    why: 'a step that runs it fails',
    hint: 'kitewright init --update',
  },
  outdated: {
    message: `scripts/${name} is from kitewright ${own}, not ${version}`,
    why: 'what was mended in it since is missing here',
    hint: 'kitewright init --update',
  },
  changed: {
    message: `scripts/${name} was changed here since kitewright ${own}`,
    why: 'no update reaches it any more',
    hint: '`kitewright init --update` shows what differs; what every service needs belongs in kitewright',
  },
})
