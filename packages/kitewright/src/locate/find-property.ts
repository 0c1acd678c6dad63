import type { ArrayExpression, Node, ObjectExpression } from '@babel/types'
import type { Path } from '@kitewright/schema'
import { isFunction, nameOf } from './find-binding.ts'
import { type Call, isCall } from './find-call.ts'
import { listLength } from './list-length.ts'
import { liveArm } from './live-arm.ts'
import { returnedValues } from './returned-values.ts'
import { type Site, argumentBehind, isWrapper, meaningOf, memberOf } from './site.ts'

/** How far a path could be followed, and to which value. */
export interface Match {
  readonly site: Site
  /** The name of the attribute that holds the value, if one does. */
  readonly key?: Site | undefined
  readonly matched: number
}

/** A walk's state: a value's expression, what is still to be found in it, and how much was found on the way. */
interface Step extends Match {
  readonly path: Path
  /** Names can refer to one another in a circle. */
  readonly fuel: number
}

/** Follows a path from a call's arguments to the expression of the value, through names, spreads and helpers. */
export function findProperty(call: Site, path: Path): Match {
  const start: Step = { site: call, matched: 0, path, fuel: 60 }
  return isCall(call.node) ? throughArguments(start, call.node) : start
}

function walk(step: Step): Match {
  const { node } = step.site
  if (step.fuel <= 0) return step
  if (step.path.length === 0) return throughArgument(at(step, liveArm(node)))
  if (isWrapper(node)) return walk(at(step, node.expression))
  if (node.type === 'AwaitExpression') return walk(at(step, node.argument))
  if (node.type === 'ObjectExpression') return throughObject(step, node)
  if (node.type === 'ArrayExpression') return throughList(step, node)
  if (node.type === 'ConditionalExpression') return best(step, at(step, node.consequent), at(step, node.alternate))
  if (node.type === 'LogicalExpression') return best(step, at(step, node.right), at(step, node.left))
  if (isFunction(node)) return best(step, ...returnedValues(node).map((value) => at(step, value)))
  if (isCall(node)) return lone(step, throughCall(step, node))
  return lone(step, throughName(step))
}

function at(step: Step, node: Node): Step {
  return { ...step, site: { ...step.site, node }, fuel: step.fuel - 1 }
}

/** The walk that gets furthest, the first of equals; the step itself if none gets further. */
function best(step: Step, ...branches: readonly Step[]): Match {
  return branches.map(walk).reduce<Match>(furthest, step)
}

function throughName(step: Step): Match {
  const { site, path, matched } = step
  const member = memberOf(site.node)
  if (member !== undefined) {
    return furthest(step, walk({ ...at(step, member.object), path: [member.key, ...path], matched: matched - 1 }))
  }
  const meaning = site.node.type === 'Identifier' ? meaningOf(site, site.node.name) : undefined
  if (meaning === undefined) return step
  const { keys } = meaning
  const start = { ...at(step, meaning.site.node), site: meaning.site, path: [...keys, ...path] }
  return furthest(step, walk({ ...start, matched: matched - keys.length }))
}

/** A value that a helper got by a parameter is at fault where the helper is called, each call with its own. */
function throughArgument(step: Step): Match {
  const meaning = argumentBehind(step.site, step.fuel)
  if (meaning === undefined) return step
  const { site, keys } = meaning
  const found = walk({ ...step, site, path: keys, matched: step.matched - keys.length, fuel: step.fuel - 1 })
  return found.matched === step.matched ? { ...found, key: step.key } : step
}

/** The value may be made by a helper of the author's, or by a function that passes on what it is given. */
function throughCall(step: Step, call: Call): Match {
  const meaning = call.callee.type === 'Identifier' ? meaningOf(step.site, call.callee.name) : undefined
  if (meaning === undefined || meaning.keys.length > 0 || !isFunction(meaning.site.node))
    return throughArguments(step, call)
  const inside = { ...meaning.site, caller: step.site }
  const branches = returnedValues(meaning.site.node).map((node) => ({ ...at(step, node), site: { ...inside, node } }))
  return furthest(best(step, ...branches), throughArguments(step, call))
}

/** Through a copy's constructor (`...command({…})`), `Object.freeze({…})`, or a plugin, whose name is a part of the path. */
function throughArguments(step: Step, call: Call): Match {
  const given = call.arguments.filter((node) => node.type !== 'SpreadElement')
  const [name, ...path] = step.path
  const values = given.filter((node) => !node.type.endsWith('Literal')).toReversed()
  const isPlugin = typeof name === 'string' && name.includes('#')
  const options = isPlugin ? given.map((node) => ({ ...at(step, node), path, matched: step.matched + 1 })) : []
  return best(step, ...values.map((node) => at(step, node)), ...options)
}

function furthest(first: Match, second: Match): Match {
  return second.matched > first.matched ? second : first
}

/** A single value stands for a list of one (`depends_on: 'image'`). */
function lone(step: Step, otherwise: Match): Match {
  const [index, ...path] = step.path
  if (otherwise.matched > step.matched || typeof index !== 'number') return otherwise
  return walk({ ...step, path, matched: step.matched + 1, fuel: step.fuel - 1 })
}

function throughObject(step: Step, node: ObjectExpression): Match {
  const [name, ...path] = step.path
  for (const property of node.properties.toReversed()) {
    if (property.type === 'SpreadElement') {
      const spread = walk(at(step, property.argument))
      if (spread.matched > step.matched) return spread
    } else if (keyOf(property) === String(name)) {
      const value = property.type === 'ObjectProperty' ? property.value : property
      const key = { ...step.site, node: property.key }
      return walk({ ...at(step, value), key, path, matched: step.matched + 1 })
    }
  }
  return lone(step, step)
}

function keyOf(property: { readonly key: Node; readonly computed?: boolean }): string | undefined {
  return property.computed === true && property.key.type === 'Identifier' ? undefined : nameOf(property.key)
}

function throughList(step: Step, node: ArrayExpression): Match {
  const [index, ...path] = step.path
  if (typeof index !== 'number') return step
  let position = 0
  for (const element of node.elements) {
    if (element?.type === 'SpreadElement') {
      const length = listLength({ ...step.site, node: element.argument })
      if (length === undefined) return step
      if (index < position + length) return walk({ ...at(step, element.argument), path: [index - position, ...path] })
      position += length
    } else if (position++ === index && element) {
      return walk({ ...at(step, element), key: undefined, path, matched: step.matched + 1 })
    }
  }
  return step
}
