import { followed } from './anchors.ts'
import { call, list, literal, name, object } from './code.ts'
import type { Code, Entry } from './code.ts'
import { commandCode, withoutComment } from './command-code.ts'
import { dependencyCode, dependsOnCode } from './dependency-code.ts'
import type { StepNames } from './dependency-code.ts'
import { fieldOrder } from '@kitewright/schema'
import { fitsAttribute } from './fits-attribute.ts'
import { isJsonObject } from '../agent/json.ts'
import type { JsonObject } from '../agent/json.ts'
import type { MergedPair } from '../parse/merged-pairs.ts'
import type { Constructor, PlannedStep } from './planned-step.ts'
import { pluginsCode } from './plugin-code.ts'
import { runCode } from './run-code.ts'
import { renameSpellings } from './spellings.ts'
import { splitMap } from './split-map.ts'
import type { SplitMap } from './split-map.ts'
import { textCode } from './text-code.ts'
import { commentOf, inside, joinComments, keyed, valueCode } from './value-code.ts'
import type { Place } from './value-code.ts'

/** How freely a step is written: with what it shares spread in, with everything written out, or as raw data. */
export type Manner = 'shared' | 'flat' | 'raw'

export interface StepRequest {
  readonly planned: PlannedStep
  readonly manner: Manner
  /** Attributes that the typed form cannot hold. */
  readonly raw: ReadonlySet<string>
  readonly place: Place
  readonly names: StepNames
  /** The values of the consts so far. */
  readonly scope: ReadonlyMap<string, unknown>
  /** A group's children. */
  readonly children: readonly Code[]
}

/** One step as a call of its constructor. */
export function stepCode(request: StepRequest): Code {
  const { planned, manner, place } = request
  const { step, node, constructor } = planned
  if (typeof step.json === 'string') return bareStep(planned)
  const shared = manner === 'shared' && node.kind === 'alias' ? place.anchors.constOf(node) : undefined
  if (shared !== undefined) return call(constructor, object([{ spread: name(shared) }]))
  const map = followed(node, place.anchors.targets)
  if (map.kind !== 'map') return call('command', object([]))
  if (manner === 'raw' || step.kind === 'unknown') return rawStep(splitMap(map, withoutConsts(place).anchors), request)
  const flat = splitMap(map, withoutConsts(place).anchors)
  const split = manner === 'shared' ? splitMap(map, place.anchors) : flat
  const chosen = isSpreadable(split, request, flat) ? split : flat
  return typedStep(request, { ...chosen, pairs: renameSpellings(chosen.pairs, step.kind) })
}

/** Whether the compiler takes the consts as attributes of the step, with all that it demands. */
function isSpreadable({ spreads, pairs }: SplitMap, { planned, scope, names }: StepRequest, flat: SplitMap): boolean {
  if (spreads.length === 0) return true
  const shared = spreads.flatMap((spread) => Object.entries(scope.get(spread) as object))
  const own = renameSpellings(pairs, planned.step.kind)
  const present = new Set([...shared.map(([key]) => key), ...own.map((pair) => pair.name)])
  // A step of plugins needs no command. With `commands`, everything is written out.
  const isGiven = (key: string): boolean =>
    present.has(key) || (key === 'command' && !flat.pairs.some((pair) => pair.name === 'commands'))
  return (
    shared.every(([key, value]) => byHand.has(key) || fitsAttribute(planned.constructor, key, value)) &&
    // A step of another upload is named by a call.
    shared.every(([key, value]) => key !== 'depends_on' || [value].flat().every((one) => isOwnKey(one, names))) &&
    demanded(planned.constructor).every(isGiven)
  )
}

function isOwnKey(dependency: unknown, names: StepNames): boolean {
  const step: unknown =
    typeof dependency === 'object' && dependency !== null && 'step' in dependency ? dependency.step : dependency
  return typeof step !== 'string' || names.hasKey(step)
}

/** Attributes whose author's form is not Buildkite's. */
const byHand = new Set(['depends_on', 'plugins', 'raw'])

/** The attributes that the compiler demands: the one that is named like the kind, except for a wait. */
const demanded = (constructor: Constructor): readonly Constructor[] => (constructor === 'wait' ? [] : [constructor])

// A word: `wait()`, or the kind's function with an empty label.
function bareStep({ step, constructor }: PlannedStep): Code {
  if (constructor === 'wait') return call('wait')
  return call(
    constructor,
    object([{ key: constructor, value: literal(step.kind === 'unknown' ? String(step.json) : '') }]),
  )
}

function rawStep({ pairs }: SplitMap, request: StepRequest): Code {
  const raw = object(pairs.map((pair) => rawEntry(pair, request)))
  return call('command', untyped(object([{ key: 'raw', value: raw }])))
}

function typedStep(request: StepRequest, { spreads, pairs }: SplitMap): Code {
  const { planned, scope } = request
  const typed: Entry[] = []
  const raw: Entry[] = []
  for (const pair of pairs) {
    if (isBareWait(pair, planned)) continue
    const isRaw = request.raw.has(pair.name) || isNoDependency(pair, planned)
    if (isRaw) raw.push(rawEntry(pair, request))
    else typed.push(typedEntry(pair, request))
  }
  const entries: Entry[] = [
    ...spreads.map((spread): Entry => ({ spread: name(spread) })),
    ...completed(
      planned,
      typed,
      raw,
      spreads.flatMap((spread) => Object.keys(scope.get(spread) as object)),
    ),
    ...(raw.length === 0 ? [] : [{ key: 'raw', value: object(raw) }]),
  ]
  if (planned.constructor === 'wait' && entries.length === 0) return call('wait')
  return call(planned.constructor, isUntyped(planned, entries, spreads) ? untyped(object(entries)) : object(entries))
}

// A group's name is demanded, where the agent does without; a step that is one by its `type` alone gets a command.
function completed(
  { constructor, step }: PlannedStep,
  typed: readonly Entry[],
  raw: readonly Entry[],
  shared: readonly string[],
): readonly Entry[] {
  const has = (key: string): boolean =>
    shared.includes(key) || [...typed, ...raw].some((entry) => 'key' in entry && entry.key === key)
  if ((constructor !== 'command' && constructor !== 'group') || has(constructor)) return typed
  // A plugin runs instead.
  if (constructor === 'command' && has('plugins')) return typed
  const value =
    constructor === 'group' ? literal(null) : textCode(String((step.json as JsonObject)['command'] ?? ''), true)
  const named = typed.findLastIndex((entry) => 'key' in entry && (entry.key === 'label' || entry.key === 'key')) + 1
  return typed.toSpliced(named, 0, { key: constructor, value })
}

/** Whether the type does not take the step: an attribute is missing that it demands, or is one that it does not know. */
function isUntyped({ constructor }: PlannedStep, entries: readonly Entry[], spreads: readonly string[]): boolean {
  const keys = entries.flatMap((entry) => ('spread' in entry ? [] : 'key' in entry ? entry.key : ['']))
  const needsNone = spreads.length > 0 || (constructor === 'command' && keys.includes('plugins'))
  const isIncomplete = !needsNone && !demanded(constructor).every((key) => keys.includes(key))
  return isIncomplete || keys.some((key) => key !== 'raw' && !fieldOrder[constructor].includes(key))
}

/** `depends_on: null` waits for nothing, as `[]` does; among typed dependencies null is none at all. */
function isNoDependency({ name: attribute }: MergedPair, { step: { json } }: PlannedStep): boolean {
  return attribute === 'depends_on' && isJsonObject(json) && json['depends_on'] === null
}

/** `wait: ~`, the way in which YAML says what `wait` says. */
function isBareWait({ name: attribute }: MergedPair, { constructor, step: { json } }: PlannedStep): boolean {
  return constructor === 'wait' && attribute === 'wait' && isJsonObject(json) && json['wait'] === null
}

// What the compiler does not take is written as it is all the same: `check` tells what is wrong, here as in the YAML.
const untyped = (code: Code): Code => ({ form: 'as', code, type: 'never' })

/** An attribute in `raw`. Steps of other uploads are named there as anywhere. */
function rawEntry(pair: MergedPair, { planned: { step }, names, place }: StepRequest): Entry {
  const written = pair.name === 'depends_on' && isJsonObject(step.json) ? step.json['depends_on'] : undefined
  const dependencies = Array.isArray(written) ? dependsOnCode(written, names) : dependencyCode(written ?? null, names)
  if (dependencies === undefined) return pairEntry(pair, place)
  return { key: pair.name, value: dependencies, comment: pairComment(pair) }
}

function pairEntry(pair: MergedPair, place: Place): Entry {
  const here = inside(place, pair.name)
  return { ...keyed(pair.name, here), value: valueCode(pair.value, here), comment: pairComment(pair) }
}

const pairComment = (pair: MergedPair): string | undefined => joinComments(commentOf(pair.key), commentOf(pair.value))

/** An attribute as it is typed; a name or value that the type does not take is cast. */
function typedEntry(pair: MergedPair, request: StepRequest): Entry {
  const { name: key } = pair
  const { constructor } = request.planned
  const comment = pairComment(pair)
  if (!fieldOrder[constructor].includes(key)) return pairEntry(pair, request.place)
  const code = attributeCode(pair, request)
  if (code === undefined) return { key, value: untyped(valueCode(pair.value, inside(request.place, key))), comment }
  if (key !== 'command' || constructor !== 'command') return { key, value: code, comment }
  const bare = withoutComment(code)
  return { key, value: commandCode(bare.code), comment: joinComments(comment, bare.comment) }
}

/** The code of an attribute. Returns undefined if its type does not take the value. */
function attributeCode(pair: MergedPair, { planned, place, names, scope, children }: StepRequest): Code | undefined {
  const { json } = planned.step
  if (pair.name === 'depends_on') {
    return dependsOnCode((isJsonObject(json) ? json['depends_on'] : undefined) ?? null, names)
  }
  if (pair.name === 'steps' && planned.constructor === 'group') return list(children)
  const here = inside(place, pair.name)
  if (pair.name === 'plugins' && planned.constructor === 'command') return pluginsCode(pair.value, here)
  const value = valueCode(pair.value, here)
  const code = pair.name === 'command' && planned.constructor === 'command' ? commandCode(value) : value
  if (fitsAttribute(planned.constructor, pair.name, runCode(code, scope))) return code
  return pair.name === 'command' ? textCode(String((json as JsonObject)['command'] ?? ''), true) : undefined
}

function withoutConsts(place: Place): Place {
  return { ...place, anchors: { ...place.anchors, constOf: () => undefined } }
}
