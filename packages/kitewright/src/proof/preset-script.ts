import type { Node } from '@kitewright/core'
import { asMap } from '@kitewright/core/attributes'
import type { Script } from '@kitewright/prover/builds'
import { unmarked } from '../vendored/mark.ts'
import { readScript } from '../vendored/read-scripts.ts'

/** The deploy script that `kitewright init` vendors, where a step runs it as the presets do; undefined otherwise. */
export function presetScript(path: string, { attributes }: Node): Script | undefined {
  const isPresets = /(?:^|\/)scripts\/deploy$/.test(path) && asMap(attributes['env'])['SERVICE'] !== undefined
  return isPresets ? { text: readScript('deploy'), isKitewrights: true } : undefined
}

/** A script of a repository: that which is vendored, if nobody changed it. */
export function scriptOf(path: string, text: string): Script {
  const isKitewrights = /(?:^|\/)deploy$/.test(path) && unmarked(text)?.isChanged === false
  return { text, isKitewrights }
}
