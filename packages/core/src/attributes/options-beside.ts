import type { Graph } from '../model/graph.ts'
import { oncePerGraph } from './once-per-graph.ts'
import { type PluginUse, pluginUses, shortRef } from './plugins.ts'
import { isGiven } from './read-value.ts'

/** A plugin without options, and what are most likely its options, which stand beside it as plugins of their own. */
export interface OptionsBeside {
  readonly plugin: PluginUse
  readonly options: readonly PluginUse[]
}

/**
 * Plugins whose options were written in the column of their name: plain words with values, without a version, directly
 * behind a plugin that has a version and no options.
 */
export const optionsBeside: (graph: Graph) => readonly OptionsBeside[] = oncePerGraph((graph) => {
  const found: { plugin: PluginUse; options: PluginUse[] }[] = []
  let open: (typeof found)[number] | undefined
  for (const use of pluginUses(graph)) {
    if (open && use.node === open.plugin.node && isOption(use)) {
      if (open.options.length === 0) found.push(open)
      open.options.push(use)
    } else open = use.ref.includes('#') && !isGiven(use.config) ? { plugin: use, options: [] } : undefined
  }
  return found
})

/** Plugins that are used by their bare name. */
const plugins: ReadonlySet<string> = new Set(
  (
    'artifacts aws-assume-role-with-web-identity aws-sm aws-ssm cache custom-checkout docker docker-compose ' +
    'docker-image-push docker-login ecr ecs-deploy git-ssh-checkout junit-annotate kubernetes metahook monorepo-diff ' +
    'shellcheck sparse-checkout test-collector vault-secrets'
  ).split(' '),
)

function isOption({ ref, config }: PluginUse): boolean {
  const name = shortRef(ref)
  return /^[a-z][\w-]*$/i.test(name) && !plugins.has(name) && isGiven(config)
}
