import { type BuildContext, matchGlob } from '@kitewright/core'
import { trackedFiles } from '../../context/tracked-files.ts'
import type { Located } from '../../locate/locate.ts'
import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'
import type { World } from '../../world/world.ts'

/** A glob that the author's function has asked about, and the stack of that call. */
export interface AskedGlob {
  readonly glob: string
  readonly stack: string
}

/** The same context, which notes the globs that are asked about. */
export function notingGlobs(context: BuildContext, asked: AskedGlob[]): BuildContext {
  const affects: BuildContext['affects'] = (...globs) => {
    const { stack = '' } = new Error()
    asked.push(...globs.map((glob) => ({ glob, stack })))
    return context.affects(...globs)
  }
  // Not a copy: which files changed is asked only when it is read.
  return Object.create(context, { affects: { value: affects, enumerable: true } }) as BuildContext
}

/** Globs that can match no file of the repository: what they guard would never run. */
export async function unmatchedGlobs(asked: readonly AskedGlob[], world: World): Promise<readonly LocatedDiagnostic[]> {
  const files = asked.length === 0 ? undefined : trackedFiles(world)
  if (files === undefined) return []
  const unmatched = asked.filter(({ glob }) => !files.some((file) => matchGlob(glob, file) ?? true))
  if (unmatched.length === 0) return []
  const [{ locate }, { openSources }] = await Promise.all([
    import('../../locate/locate.ts'),
    import('../../locate/open-sources.ts'),
  ])
  const open = openSources(world)
  return unmatched.map(({ glob, stack }) => ({
    code: 'KW3090',
    severity: 'warning',
    message: `no file of the repository matches "${glob}"`,
    path: [],
    why: 'where only this is asked, what depends on it never runs',
    hint: 'paths are from the root of the repository, and ** stands for folders: services/payments/**',
    location: placeOf(locate(stack, [], { open })),
    related: [],
  }))
}

function placeOf(found: Located | undefined): LocatedDiagnostic['location'] {
  if (found === undefined) return undefined
  const { related: _, ...place } = found
  return place
}
