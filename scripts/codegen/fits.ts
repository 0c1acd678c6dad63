import type { Shape } from '../../packages/schema/src/validate/shape.ts'
import { kindDefinitions } from './schema-node.ts'

type Shapes = { readonly [name: string]: Shape }

/** A shape without alternatives, with the name that it has or its place gives it. */
interface Leaf {
  readonly shape: Shape
  readonly name: string
}

/**
 * The functions that say of a step or pipeline, as an author writes it, whether it is beyond doubt of its kind. They are
 * written out because they run for every value of every build: walking through the shapes took three times as long.
 * What takes a closer look, such as a pattern or an object that several shapes could mean, is never beyond doubt.
 */
export function fitsFunctions(shapes: Shapes): string {
  /** By what they do, the names of functions: several places share one. */
  const names = new Map<string, string>()
  const texts: string[] = []

  const functionOf = (name: string, write: (own: string) => string): string => {
    const nameless = write('')
    const known = names.get(nameless)
    if (known !== undefined) return known
    const own = `is${name.replace(/(?:^|[-_])(\w)/g, (_, letter: string) => letter.toUpperCase())}`
    names.set(nameless, own)
    texts.push(write(own))
    return own
  }

  const functionOfItem = (name: string, condition: string): string =>
    functionOf(name, (own) => `function ${own}(item: unknown): boolean {\n  return ${condition}\n}`)

  const functionOfObject = (name: string, shape: Shape, demands: readonly string[]): string => {
    const places = new Map<string, string[]>()
    for (const [property, inner] of Object.entries(shape.properties ?? {})) {
      const condition = inner.aliasOf === undefined ? conditionOf(inner, `${name}-${property}`) : 'false'
      places.set(condition, [...(places.get(condition) ?? []), `case '${property}':`])
    }
    places.delete('false')
    const cases = [...places].map(([condition, labels]) =>
      condition === 'true' ? [...labels, 'break'] : [...labels, `if (${condition}) break`, 'return false'],
    )
    return functionOf(
      name,
      (own) => `function ${own}(value: PlainMap): boolean {
  for (const name in value) {
    const item = value[name]
    if (item !== undefined) switch (name) {
      ${cases.flat().join('\n')}
      default: return false
    }
  }
  return ${demands.join(' && ') || 'true'}
}`,
    )
  }

  /** What says of `item` whether it is of a shape. */
  const conditionOf = (shape: Shape, name: string): string => {
    const leaves = leavesOf(shape, name)
    const isClear = leaves.filter((leaf) => leaf.shape.type === 'object').length < 2
    const alternatives = leaves.flatMap((leaf) => (isClear || leaf.shape.type !== 'object' ? ofLeaf(leaf) : []))
    if (alternatives.includes('true')) return 'true'
    // Where any text goes, words say nothing more.
    const isWord = (one: string): boolean => one.startsWith('item === "') && alternatives.includes(isOfType('string'))
    const filledIn = leaves.some((leaf) => takesExpression(leaf.shape)) ? ['isInterpolated(item)'] : []
    return [...new Set([...alternatives, ...filledIn])].filter((one) => !isWord(one)).join(' || ') || 'false'
  }

  const leavesOf = (shape: Shape, name: string): readonly Leaf[] => {
    if (shape.anyOf !== undefined) return shape.anyOf.flatMap((branch) => leavesOf(branch, name))
    return shape.ref === undefined ? [{ shape, name }] : leavesOf(shapes[shape.ref]!, shape.ref)
  }

  const ofLeaf = ({ shape, name }: Leaf): readonly string[] => {
    if (shape.marker || shape.step) return []
    if (shape.enum !== undefined) return shape.enum.map((word) => `item === ${JSON.stringify(word)}`)
    if (shape.type === undefined) return ['true']
    return [shape.type].flat().flatMap((type) => {
      if (type === 'array') return ofList(shape, name)
      return type === 'object' ? ofMap(shape, name) : ofScalar(type, shape)
    })
  }

  const ofList = (
    { items, uniqueItems, minItems = 0, maxItems = Infinity }: Shape,
    name: string,
  ): readonly string[] => {
    const condition = items === undefined ? 'true' : conditionOf(items, `${name}-item`)
    if (condition === 'false' || uniqueItems) return []
    return [`isListOf(item, ${functionOfItem(`${name}-item`, condition)}, ${minItems}, ${maxItems})`]
  }

  const ofMap = (shape: Shape, name: string): readonly string[] => {
    const { namePattern, maxProperties, properties, additionalProperties, required = [] } = shape
    if (namePattern !== undefined || maxProperties !== undefined) return []
    if (properties !== undefined)
      return [`isMap(item) && ${functionOfObject(name, shape, required.map(isPresent))}(item)`]
    if (typeof additionalProperties !== 'object') return additionalProperties === false ? [] : ['isMap(item)']
    const condition = conditionOf(additionalProperties, `${name}-entry`)
    return condition === 'false' ? [] : [`isMapOf(item, ${functionOfItem(`${name}-entry`, condition)})`]
  }

  const kinds = Object.keys(kindDefinitions).map((kind) => {
    const { required = [], authorRequired = [], unless } = shapes[kind]!
    const orElse = unless === undefined ? '' : ` || ${isPresent(unless)}`
    const demands = [...required.map(isPresent), ...authorRequired.map((name) => `(${isPresent(name)}${orElse})`)]
    return `${kind}: ${functionOfObject(kind, shapes[kind]!, demands)}`
  })
  return `${texts.join('\n\n')}

/** By kind, whether attributes are beyond doubt what Buildkite takes. */
export const fitting: { readonly [kind in StepKind | 'pipeline']: (value: PlainMap) => boolean } = { ${kinds.join(', ')} }
`
}

/** Whether the agent may fill a value in; which places it fills in is not asked here. */
function takesExpression({ marker, step, enum: words, type }: Shape): boolean {
  if (step) return false
  if (marker || words !== undefined || type === undefined) return true
  return [type].flat().some((one) => one !== 'array' && one !== 'object' && one !== 'null')
}

function isPresent(name: string): string {
  return `value['${name}'] !== undefined`
}

function isOfType(type: string): string {
  return `typeof item === '${type}'`
}

function ofScalar(type: string, shape: Shape): readonly string[] {
  const { minimum, maximum, minLength, maxLength, pattern, notPattern } = shape
  if (type === 'integer') return [`isWhole(item, ${minimum ?? '-Infinity'}, ${maximum ?? 'Infinity'})`]
  if (type === 'null') return ['item === null']
  if ([minimum, maximum, pattern, notPattern].some((limit) => limit !== undefined)) return []
  if (minLength === undefined && maxLength === undefined) return [isOfType(type)]
  // In UTF-16 units, of which there are never fewer than the code points that count.
  return [`isText(item, ${minLength ?? 0}, ${maxLength ?? 'Infinity'})`]
}
