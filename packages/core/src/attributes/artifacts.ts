import type { Path } from '@kitewright/schema'
import type { Graph, Node } from '../model/graph.ts'
import { commandLines } from './command-lines.ts'
import { pluginUses } from './plugins.ts'
import { asListOfAny, asMap } from './read-value.ts'

/** Artifacts that a step downloads, or uploads. */
export interface ArtifactUse {
  readonly node: Node
  readonly path: Path
  /** A path, or a pattern of paths. */
  readonly files: string
  /** The step that is asked for them, where the download names one. */
  readonly step?: string | undefined
}

/** Artifacts that steps of a pipeline upload: by `artifact_paths`, the agent or the plugin `artifacts`. */
export function* uploadedArtifacts(graph: Graph): Iterable<ArtifactUse> {
  for (const node of graph.nodes) {
    for (const entry of asListOfAny(node.attributes['artifact_paths'])) {
      if (typeof entry !== 'string') continue
      for (const files of entry.split(';')) yield { node, path: ['artifact_paths'], files: files.trim() }
    }
  }
  yield* byAgent(graph, 'upload')
  yield* byPlugin(graph, 'upload')
}

/** Artifacts of the same build that steps of a pipeline download: by the agent or the plugin `artifacts`. */
export function* downloadedArtifacts(graph: Graph): Iterable<ArtifactUse> {
  yield* byAgent(graph, 'download')
  yield* byPlugin(graph, 'download')
}

const call = /buildkite-agent artifact (upload|download) ([^\n;&|]*)/g

function* byAgent(graph: Graph, way: 'upload' | 'download'): Iterable<ArtifactUse> {
  for (const { node, path, text } of commandLines(graph)) {
    for (const [, found, rest = ''] of text.matchAll(call)) {
      if (found === way) yield* usesOf(words(rest), node, path)
    }
  }
}

function* usesOf(args: readonly string[], node: Node, path: Path): Iterable<ArtifactUse> {
  const option = (name: string): string | undefined =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ??
    (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : undefined)
  if (option('build') !== undefined) return
  const files = args.find((arg, index) => !arg.startsWith('-') && !/^--(?:step|build)$/.test(args[index - 1] ?? ''))
  if (files !== undefined) yield { node, path, files, step: option('step') }
}

/** The words of a shell's line, without their quotes. */
function words(line: string): readonly string[] {
  return Array.from(line.matchAll(/"([^"]*)"|'([^']*)'|[^\s"']+/g), ([all, double, single]) => double ?? single ?? all)
}

function* byPlugin(graph: Graph, way: 'upload' | 'download'): Iterable<ArtifactUse> {
  for (const { node, ref, config, path } of pluginUses(graph)) {
    if (!/^(?:buildkite-plugins\/)?artifacts(?:#|$)/.test(ref)) continue
    const { step, build, [way]: files } = asMap(config)
    if (build !== undefined) continue
    for (const entry of asListOfAny(files)) {
      const { from = entry } = asMap(entry)
      if (typeof from === 'string') yield { node, path, files: from, step: typeof step === 'string' ? step : undefined }
    }
  }
}
