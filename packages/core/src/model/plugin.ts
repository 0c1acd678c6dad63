import type { Interpolated } from '@kitewright/schema'
import type { Brand } from './brand.ts'
import type { Nothing } from './nothing.ts'

/** Recognises a plugin value in any copy of the library. */
export const pluginBrand: unique symbol = Symbol.for('kitewright.plugin')

/** What a plugin's configuration may hold: what JSON holds, and values for the uploading agent to fill in. */
export type PluginConfig =
  | string
  | number
  | boolean
  | null
  | undefined
  | Interpolated
  | readonly PluginConfig[]
  | { readonly [name: string]: PluginConfig }

/** One plugin with its configuration, made by `plugin(…)` or by a typed function of `kitewright/plugins`. */
export interface Plugin {
  readonly [pluginBrand]: Brand<'plugin'>
  /** Such as `docker#v5.13.0` or `acme/thing#v1.2.0`. */
  readonly ref: string | Interpolated
  readonly config: PluginConfig
}

/** An entry of `plugins`: a plugin value, or what YAML has: `'docker#v5.13.0'` or `{ 'docker#v5.13.0': { image: 'node' } }`. */
export type PluginEntry = Plugin | string | Interpolated | { readonly [ref: string]: PluginConfig } | Nothing
