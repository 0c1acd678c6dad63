import { isNothing } from '../model/nothing.ts'
import { type Plugin, pluginMark } from '../model/plugin.ts'
import { markOf } from '../model/mark.ts'
import type { Node } from '../model/graph.ts'
import type { Step } from '../model/step.ts'
import { plainObject, plainValue } from './plain-value.ts'

/** A step's attributes as they are sent, `raw` merged in; key, dependencies and steps are the graph's. */
export function stepAttributes(step: Step): Pick<Node, 'attributes' | 'raw'> {
  const { key: _key, depends_on: _edges, raw, allow: _allow, ...own } = step
  const { steps: _steps, plugins, ...attributes } = own as Readonly<Record<string, unknown>>
  return {
    attributes: {
      ...plainObject(attributes),
      ...(plugins === undefined ? {} : { plugins: pluginList(plugins) }),
      ...plainObject(raw ?? {}),
    },
    raw: new Set(Object.keys(raw ?? {})),
  }
}

/** Plugins as Buildkite takes them: a name, or a map from the name to its configuration (pipeline.md §5.5). */
function pluginList(plugins: unknown): unknown {
  if (!Array.isArray(plugins)) return plainValue(plugins)
  return plugins
    .filter((entry) => !isNothing(entry))
    .map((entry) => {
      if (!markOf(entry, pluginMark)) return plainValue(entry)
      const { ref, config } = entry as Plugin
      return config === null || config === undefined ? ref : { [String(ref)]: plainValue(config) }
    })
}
