import type { Graph, Node } from '../model/graph.ts'
import { pluginUses } from './plugins.ts'
import { asListOfAny, asMap } from './read-value.ts'

/** The words of a command that a step runs. */
interface Words {
  readonly words: readonly string[]
}

/** The images that a step pushes, as it names them. */
export function pushedImages(commands: readonly Words[], node: Node, graph: Graph): readonly string[] {
  return [...commands.flatMap(({ words }) => ofCommand(words)), ...ofPlugins(node, graph)].map(withTag)
}

function ofCommand(words: readonly string[]): readonly string[] {
  const [tool, verb] = words
  if (tool !== 'docker' && tool !== 'podman') return []
  if (verb === 'push') return words.slice(2).filter((word) => !word.startsWith('-'))
  if (!words.includes('build') || !words.includes('--push')) return []
  return words.flatMap((word, index) => {
    if (word === '-t' || word === '--tag') return words[index + 1] ?? []
    return word.startsWith('--tag=') ? [word.slice('--tag='.length)] : []
  })
}

/** `push: app:registry/app:tag` of the plugin docker-compose. */
function ofPlugins(node: Node, graph: Graph): readonly string[] {
  const uses = pluginUses(graph).filter((use) => use.node === node && /(?:^|\/)docker-compose(?:-|#|$)/.test(use.ref))
  return uses.flatMap(({ config }) =>
    asListOfAny(asMap(config)['push']).flatMap((entry) => {
      const image = typeof entry === 'string' ? /^[^:]+:(.+)$/.exec(entry)?.[1] : undefined
      return image ?? []
    }),
  )
}

/** The images of some that a step names, in its commands or its environment. */
export function namedImages(
  commands: readonly Words[],
  { attributes }: Node,
  images: ReadonlySet<string>,
): readonly string[] {
  const words = [...commands.flatMap((command) => command.words), ...Object.values(asMap(attributes['env']))]
  const parts = words.flatMap((word) => (typeof word === 'string' ? word.split(/[=,\s]/) : []))
  return [...new Set(parts.filter((part) => part !== '' && images.has(withTag(part))).map(withTag))]
}

/** What a registry takes a name without a tag for. */
function withTag(name: string): string {
  return /[:@][^/]*$/.test(name) ? name : `${name}:latest`
}

/** Whether the builds of one branch name an image alike: then each pushes over the one before. Undefined where it is not known. */
export function isMoving(image: string): boolean | undefined {
  if (image.includes('@sha256:')) return false
  const names = Array.from(image.matchAll(/\$\{?([A-Za-z_]\w*)/g), ([, name = '']) => name)
  if (names.some((name) => /^BUILDKITE_(?:COMMIT|BUILD_ID|BUILD_NUMBER|TAG)$/.test(name))) return false
  if (/\$\(|`/.test(image)) return undefined
  return names.every((name) => /^BUILDKITE_(?:BRANCH|REPO|PIPELINE_\w+|ORGANIZATION_\w+)$/.test(name))
    ? true
    : undefined
}
