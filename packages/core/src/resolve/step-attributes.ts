import type { Graph } from '../model/graph.ts'
import { isNothing } from '../model/nothing.ts'
import { type Plugin, pluginMark } from '../model/plugin.ts'
import { markOf } from '../model/mark.ts'
import { noteName, type PlainWalk, plainObject, plainValue, setEntry } from './plain-value.ts'

/** Attributes as they are sent, `raw` merged in, and the names that `raw` took out of checking. */
type Sent = Pick<Graph, 'attributes' | 'raw'>

/** Key, dependencies and steps are the graph's to write. */
const ofStep: ReadonlySet<string> = new Set(['key', 'depends_on', 'steps', 'raw', 'allow'])
const ofPipeline: ReadonlySet<string> = new Set(['steps', 'raw', 'allow', 'gates'])

/** A step's attributes as they are sent. */
export function stepAttributes(step: object, walk: PlainWalk): Sent {
  return withRaw(step, ofStep, walk, stepValue)
}

/** The pipeline's own attributes as they are sent. */
export function pipelineAttributes(options: object, walk: PlainWalk): Sent {
  return withRaw(options, ofPipeline, walk, (_, value) => plainValue(value, walk))
}

function stepValue(name: string, value: unknown, walk: PlainWalk): unknown {
  return name === 'plugins' ? pluginList(value, walk) : plainValue(value, walk)
}

const nothingRaw: ReadonlySet<string> = new Set()

function withRaw(authored: object, apart: ReadonlySet<string>, walk: PlainWalk, sent: typeof stepValue): Sent {
  const attributes: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(authored)) {
    if (value === undefined || apart.has(name)) continue
    noteName(name, walk)
    setEntry(attributes, name, sent(name, value, walk))
  }
  const { raw } = authored as { readonly raw?: object | null | undefined }
  if (raw === undefined || raw === null) return { attributes, raw: nothingRaw }
  return { attributes: { ...attributes, ...plainObject(raw, walk) }, raw: new Set(Object.keys(raw)) }
}

/** Plugins as Buildkite takes them: a name, or a map from the name to its configuration (pipeline.md §5.5). */
function pluginList(plugins: unknown, walk: PlainWalk): unknown {
  if (!Array.isArray(plugins)) return plainValue(plugins, walk)
  return plugins
    .filter((entry) => !isNothing(entry))
    .map((entry) => {
      if (!markOf(entry, pluginMark)) return plainValue(entry, walk)
      const { ref, config } = entry as Plugin
      return plainValue(config === null || config === undefined ? ref : { [String(ref)]: config }, walk)
    })
}
