import { isInterpolatedPlace } from '@kitewright/schema'
import type { Path } from '@kitewright/schema'
import type { AgentStepKind } from './agent-step.ts'
import { hasEmptyName } from './named-fields.ts'
import type { MapShape, Shape, StructShape } from './shape.ts'
import { pipelineShape, stepShapes } from './shapes.ts'

/** What a place belongs to: the pipeline's own attributes, or a step as the agent decodes it. */
export type Owner = 'pipeline' | AgentStepKind

/**
 * Whether the agent interpolates the text at a place. The key of a mapping counts as the place of its value. A step that
 * the agent does not know is interpolated everywhere (docs/spec/text.md §1).
 */
export function agentInterpolates(owner: Owner, path: Path): boolean {
  return owner === 'unknown' || isInterpolatedPlace(owner, path)
}

/** Whether the agent holds the mapping at a place in a Go map, in no order, and changes it while it walks it. */
export function isGoMap(owner: Owner, path: Path): boolean {
  const shape = shapeAt(owner, path)
  if (shape?.type === 'struct') return shape.keepsOthers
  return (shape?.type === 'map' || shape?.type === 'own') && shape.isUnordered
}

/**
 * What the agent makes of the empty name in a mapping at a place: a name of each field that is not there and has only one
 * (`shared`), a fault (`refused`), or a name like any other.
 */
export function emptyNameIn(owner: Owner, path: Path): 'shared' | 'refused' | undefined {
  const shape = shapeAt(owner, path)
  if (shape?.type === 'struct') return shape.fields.some(hasEmptyName) ? 'shared' : undefined
  return shape?.type === 'own' && shape.refusesEmptyName ? 'refused' : undefined
}

/** Whether the agent prints any scalar at a place as a text. */
export function isPrintedAsText(owner: Owner, path: Path): boolean {
  const shape = shapeAt(owner, path)
  return shape?.type === 'text' || shape?.type === 'texts'
}

/** What the agent takes at a place; undefined where it passes on what is there. */
function shapeAt(owner: Owner, path: Path): Shape | undefined {
  if (owner === 'unknown') return undefined
  let shape: Shape | undefined = owner === 'pipeline' ? pipelineShape : stepShapes[owner]
  for (const segment of path) shape = shape && shapeWithin(shape, segment)
  return shape && withoutPointer(shape)
}

function shapeWithin(holder: Shape, segment: string | number): Shape | undefined {
  const shape = withoutPointer(holder)
  switch (shape.type) {
    case 'texts':
      return { type: 'text' }
    case 'list':
      return shape.item
    case 'own':
      return shape.isUnordered ? shape : undefined
    case 'map':
    case 'struct':
      return typeof segment === 'string' ? shapeUnder(shape, segment) : shapeOfShort(shape, segment)
    default:
      return undefined
  }
}

function shapeUnder(shape: MapShape | StructShape, name: string): Shape | undefined {
  if (shape.type === 'map') return shape.value
  const fields = shape.first === undefined ? shape.fields : [shape.first, ...shape.fields]
  return fields.find(({ names }) => names.includes(name))?.shape
}

/** What stands in a list that is given in the place of a mapping. */
function shapeOfShort(shape: MapShape | StructShape, index: number): Shape | undefined {
  const [entry] = shape.fromShort?.([]) ?? []
  const list = entry && shapeUnder(shape, entry[0])
  return list && shapeWithin(list, index)
}

function withoutPointer(shape: Shape): Shape {
  return shape.type === 'optional' ? shape.shape : shape
}
