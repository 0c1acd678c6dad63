import {
  interpolatedText,
  isInterpolated,
  isPlainObject,
  keyExpression,
  type Path,
  type PlainMap,
} from '@kitewright/schema'
import { decodeKind } from '../agent/decode-kind.ts'
import { goText } from '../agent/go-text.ts'
import { declaredEnvironment } from '../agent/interpolation/declared-environment.ts'
import { interpolate } from '../agent/interpolation/interpolate.ts'
import type { Environment } from '../agent/interpolation/interpolate.ts'
import type { Owner } from '../agent/places.ts'
import { statedKind } from '../agent/stated-kind.ts'
import { wireValue } from '../agent/wire-value.ts'
import { findEndless } from './find-endless.ts'
import { hasLoneSurrogate } from './lone-surrogate.ts'
import type { EmitOptions } from './text-rules.ts'
import { keyFault, lengthFault } from './unsendable-key.ts'
import type { Unsendable, UnsendableProblem } from './unsendable.ts'

/**
 * Everything in a pipeline that cannot arrive as written, whatever the writer does (docs/spec/text.md §4): half
 * surrogate pairs, keys that the agent refuses or mixes up, numbers that lose digits, values that are not data.
 * Expressions that the agent cannot read, or that `env` does not satisfy where they are filled in here, are found too.
 */
export function findUnsendable(pipeline: unknown, options: EmitOptions = {}): readonly Unsendable[] {
  const endless = findEndless(pipeline)
  if (endless.length > 0) return endless
  const walk: Walk = {
    found: [],
    path: [],
    interpolation: options.interpolation !== false,
    env: declaredEnvironment(pipeline, options.env ?? {}),
  }
  inspect(pipeline, { kind: () => 'pipeline', statedKind: () => 'pipeline', depth: 0 }, walk)
  return walk.found
}

interface Walk {
  readonly found: Unsendable[]
  readonly path: (string | number)[]
  readonly interpolation: boolean
  readonly env: Environment
}

/** The pipeline or step that a value belongs to, and how deep in the pipeline that is. */
interface Holder {
  /** What the agent takes it for: asked of few, and found by decoding all of it. */
  readonly kind: () => Owner
  /** What the agent tries to take it for. */
  readonly statedKind: () => Owner
  readonly depth: number
}

function inspect(value: unknown, holder: Holder, walk: Walk): void {
  switch (typeof value) {
    case 'string':
      return inspectText(value, walk)
    case 'number':
      return inspectNumber(value, holder, walk)
    case 'boolean':
      return
    case 'object':
      return value === null ? undefined : inspectObject(value, holder, walk)
    default:
      report(walk, 'not-data', `${wordFor(value)} cannot be written`)
  }
}

function inspectText(text: string, walk: Walk): void {
  if (hasLoneSurrogate(text)) report(walk, 'lone-surrogate', 'the text has half of a surrogate pair')
}

function inspectNumber(value: number, { depth }: Holder, walk: Walk): void {
  if (!Number.isFinite(value)) return report(walk, 'not-finite', `the agent cannot pass on ${value}`)
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return report(walk, 'large-integer', 'integers beyond 2^53 lose digits; write it as text')
  }
  const arrives = goText(wireValue(value))
  if (arrives !== String(value) && isMadeText(walk.path.slice(depth))) {
    report(walk, 'changed-number', `the number ${value} arrives as the text "${arrives}"`)
  }
}

/** Whether the agent makes a text of a number there: in what variables and matrices hold. */
function isMadeText([attribute, ...rest]: Path): boolean {
  return (attribute === 'env' || attribute === 'matrix') && rest.length > 0 && !rest.includes('adjustments')
}

function inspectObject(value: object, holder: Holder, walk: Walk): void {
  if (isInterpolated(value)) return inspectExpression(value[interpolatedText], walk)
  if (Array.isArray(value)) inspectList(value, holder, walk)
  else if (isPlainObject(value)) inspectMap(value, holder, walk)
  else report(walk, 'not-data', `${wordFor(value)} cannot be written`)
}

function inspectExpression(text: string, walk: Walk): void {
  inspectText(text, walk)
  const result = interpolate(text, walk.env)
  // A variable that is unset here may be set where the agent runs.
  if ('text' in result || (walk.interpolation && result.fault.kind === 'unset')) return
  report(walk, 'bad-expression', `${JSON.stringify(text)} cannot be filled in: ${result.fault.message}`)
}

function inspectList(items: readonly unknown[], holder: Holder, walk: Walk): void {
  const holdsSteps = isStepList(holder, walk.path)
  // Not forEach, which would pass over holes.
  for (let index = 0; index < items.length; index++) {
    walk.path.push(index)
    inspect(items[index], holdsSteps ? stepHolder(items[index], holder, walk.path.length) : holder, walk)
    walk.path.pop()
  }
}

function inspectMap(map: PlainMap, holder: Holder, walk: Walk): void {
  const names = Object.keys(map).filter((name) => map[name] !== undefined)
  const place = {
    map,
    names,
    kind: holder.kind,
    statedKind: holder.statedKind,
    path: walk.path.slice(holder.depth),
    interpolation: walk.interpolation,
  }
  for (const name of names) {
    walk.path.push(name)
    const expression = keyExpression(name)
    const fault = expression === undefined ? keyFault(name, place) : lengthFault(expression)
    if (fault !== undefined) report(walk, ...fault)
    else if (expression !== undefined) inspectExpression(expression, walk)
    inspect(map[name], holder, walk)
    walk.path.pop()
  }
}

function isStepList(holder: Holder, path: Path): boolean {
  const { depth } = holder
  return path.length === depth + 1 && path[depth] === 'steps' && ['pipeline', 'group'].includes(holder.statedKind())
}

function stepHolder(step: unknown, { kind: outer }: Holder, depth: number): Holder {
  return {
    kind: once(() => {
      const kind = outer() === 'unknown' ? 'unknown' : decodeKind(step)
      return kind === 'refused' ? 'unknown' : kind
    }),
    statedKind: once(() => {
      const stated = statedKind(wireValue(step))
      return typeof stated === 'string' ? stated : 'unknown'
    }),
    depth,
  }
}

function once<Value>(find: () => Value): () => Value {
  let found: Value | undefined
  return () => (found ??= find())
}

function wordFor(value: unknown): string {
  if (value === undefined) return 'undefined in a list'
  if (typeof value !== 'object') return `a ${typeof value}`
  const name: unknown = (value as object).constructor?.name
  return typeof name === 'string' && name !== '' ? `an object made by ${name}` : 'an object that is not plain'
}

function report(walk: Walk, problem: UnsendableProblem, message: string): void {
  walk.found.push({ path: [...walk.path], problem, message })
}
