import type { Interpolated } from '@kitewright/schema'
import { branded, modelVersion } from '../model/brand.ts'
import { frozenCopy } from '../model/own-copy.ts'
import { type Plugin, type PluginConfig, pluginBrand } from '../model/plugin.ts'
import { captureTrace } from '../model/trace.ts'

/**
 * One plugin with its configuration.
 *
 * @see https://buildkite.com/docs/pipelines/integrations/plugins/using
 * @param ref `name#version` of the official plugins, `org/name#version`, or a URL. Pin the version.
 * @param config What the plugin's own documentation names; most plugins take a map.
 * @example
 * command({ label: 'Odd', command: 'x', plugins: [plugin('acme/thing#v1.2.0', { any: 'thing' })] })
 */
export function plugin(ref: string | Interpolated, config: PluginConfig = null): Plugin {
  return branded({ ref, config: frozenCopy(config) }, pluginBrand, {
    kind: 'plugin',
    version: modelVersion,
    trace: captureTrace(plugin),
  })
}
