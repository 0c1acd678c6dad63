import { isInterpolated, type Path } from '@kitewright/schema'
import { pluginUses } from '../../../attributes/plugins.ts'
import { asMap } from '../../../attributes/read-value.ts'
import type { Graph, Node } from '../../../model/graph.ts'
import type { Rule } from '../../rule.ts'

/** An image whose tag moves: whatever it names when the job starts is run. */
export const movingImage: Rule = {
  code: 'KW6011',
  severity: 'warning',
  isOptional: true,
  *check(graph) {
    for (const { node, path, image } of images(graph)) {
      const tag = tagOf(image)
      if (image.includes('@') || !(tag === undefined || tag === 'latest')) continue
      yield {
        node,
        path,
        mistake: image,
        message: `image "${image}" is ${tag === undefined ? 'without a tag' : 'the latest'}`,
        why: 'each job runs what is newest at that moment, so builds change without a change of yours',
        hint: `name a version and its digest: ${image.replace(/:latest$/, '')}:1.2.3@sha256:…`,
      }
    }
  },
}

/** An image by a tag alone, which its owner may move. */
export const imageWithoutDigest: Rule = {
  code: 'KW6012',
  severity: 'info',
  isOptional: true,
  *check(graph) {
    for (const { node, path, image } of images(graph)) {
      const tag = tagOf(image)
      if (image.includes('@') || tag === undefined || tag === 'latest') continue
      yield {
        node,
        path,
        mistake: image,
        message: `image "${image}" is named by a tag alone`,
        why: 'a tag can be moved to another image by whoever may push there',
        hint: `add the digest that you have tried: ${image}@sha256:…`,
      }
    }
  },
}

interface ImageUse {
  readonly node: Node | undefined
  readonly path: Path
  readonly image: string
}

/** Images by name, of `image` and of plugins. What a variable names is known later. */
function* images(graph: Graph): Iterable<ImageUse> {
  for (const node of [undefined, ...graph.nodes]) yield* named(node, ['image'], (node ?? graph).attributes['image'])
  for (const { node, path, config } of pluginUses(graph)) yield* named(node, [...path, 'image'], asMap(config)['image'])
}

function* named(node: Node | undefined, path: Path, image: unknown): Iterable<ImageUse> {
  if (typeof image !== 'string' || isInterpolated(image) || image === '' || /[$\s]|\{\{/.test(image)) return
  yield { node, path, image }
}

function tagOf(image: string): string | undefined {
  return /:([\w.-]+)$/.exec(image)?.[1]
}
