import { join } from 'node:path'
import type { World } from '../world/world.ts'
import { marked, unmarked } from './mark.ts'
import { readScript, scriptNames } from './read-scripts.ts'

/** How a repository's copy of a script differs from the one of this version. */
export interface Drift {
  readonly name: string
  readonly path: string
  /** `outdated`: another version's, as it was; `changed`: somebody edited it, or wrote it. */
  readonly state: 'missing' | 'current' | 'outdated' | 'changed'
  /** The version that it is from, where it says so. */
  readonly version?: string | undefined
  /** What it would be in this version. */
  readonly text: string
}

/** The scripts as a new repository gets them, by their paths in `.buildkite/`. */
export function vendoredScripts(): Readonly<Record<string, string>> {
  return Object.fromEntries(scriptNames.map((name) => [`scripts/${name}`, marked(readScript(name))]))
}

/** How each of the scripts is in a folder. */
export function driftIn(folder: string, world: Pick<World, 'readText'>): readonly Drift[] {
  return scriptNames.map((name) => {
    const path = join(folder, name)
    const text = readScript(name)
    const own = world.readText(path)
    const drift = { name, path, text: marked(text) }
    if (own === undefined) return { ...drift, state: 'missing' }
    const { version, isChanged, text: body } = unmarked(own) ?? { version: undefined, isChanged: true, text: own }
    const state = body === text ? 'current' : isChanged ? 'changed' : 'outdated'
    return { ...drift, version, state }
  })
}
