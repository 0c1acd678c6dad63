import type { Path, StepKind } from '@kitewright/schema'
import { attributeAliases, attributeNames } from '@kitewright/schema'
import { isJsonObject } from '../agent/json.ts'
import type { Json, JsonObject } from '../agent/json.ts'
import { shortPluginSource } from '../agent/plugin-source.ts'
import { anywhereStep, externalStep } from '../dsl/external-step.ts'
import type { Definition } from '../model/definition.ts'
import type { TextPlace, Trace } from '../model/origin.ts'
import { stepBrandOf } from '../model/step-brand.ts'
import { captureTrace } from '../model/trace.ts'
import type { ParsedPipeline } from '../parse/parse-document.ts'
import { authorText, authorValue } from './author-value.ts'
import { planSteps } from './planned-step.ts'
import type { PlannedStep } from './planned-step.ts'
import { constructors } from './run-code.ts'

/** A pipeline of YAML as an author's values, and where each of its steps stands in the document. */
export interface DefinedYaml {
  readonly definition: Definition
  /** The document's path of a step, by the step's value. */
  readonly paths: ReadonlyMap<unknown, Path>
}

/** How a pipeline of YAML is used. */
export interface DefineOptions {
  /** Finds what stands at a path of a step's or the pipeline's attributes, for YAML among an author's own values. */
  readonly find?: (step: Path, kind: StepKind | 'pipeline', path: Path, target?: 'key' | 'value') => TextPlace
}

/**
 * Turns a parsed pipeline into the values that an author would have made, so that the same rules can check both. A step
 * that the agent does not know is raw data. A key that no other step has is taken for one of another upload; among an
 * author's own values, it may be one of theirs.
 */
export function defineParsed(pipeline: ParsedPipeline, { find }: DefineOptions = {}): DefinedYaml {
  const elsewhere = find === undefined ? externalStep : anywhereStep
  const paths = new Map<unknown, Path>()
  const planned = planSteps(pipeline)
  const keys = new Set(planned.map(({ step: { json } }) => (isJsonObject(json) ? json['key'] : undefined)))
  const nested = new Set(planned.flatMap(({ children }) => children))
  const make = (step: PlannedStep): unknown => {
    const value = constructors[step.constructor](stepAttributes(step, { keys, elsewhere }, make) as never)
    if (find) findBy((path, target) => find(step.step.path, step.constructor, path, target), stepBrandOf(value)?.trace)
    paths.set(value, step.step.path)
    return value
  }
  const steps = planned.filter((step) => !nested.has(step)).map(make)
  const own = { ...ownAttributes(authorValue(pipeline.canonical, 'pipeline', [], authorText) as object), steps }
  const trace = captureTrace(defineParsed)
  if (find) findBy((path, target) => find([], 'pipeline', path, target), trace)
  const definition = { value: own, trace } as Definition
  return { definition, paths }
}

/** What stands in `raw` stands among the others in YAML. */
function findBy(find: NonNullable<Trace['find']>, trace: Trace = {}): void {
  const own: Trace['find'] = (path, target) => find(path[0] === 'raw' ? path.slice(1) : path, target)
  Object.assign(trace, { find: own })
}

// Buildkite ignores other keys beside `steps`, which commonly hold anchors (docs/spec/pipeline.md §1).
function ownAttributes(attributes: object): object {
  const entries = Object.entries(attributes)
  const raw = Object.fromEntries(entries.filter((entry) => !isOwn(entry)))
  return { ...Object.fromEntries(entries.filter(isOwn)), raw }
}

const isOwn = ([name]: readonly [string, unknown]): boolean => attributeNames.pipeline.includes(name)

function stepAttributes(planned: PlannedStep, steps: KnownSteps, make: (step: PlannedStep) => unknown): object {
  const { step, constructor, children } = planned
  if (step.kind === 'unknown' && !isJsonObject(step.json)) return { raw: { label: step.json } }
  if (!isJsonObject(step.json)) return constructor === 'wait' ? {} : { [constructor]: '' }
  if (step.kind === 'unknown')
    return { raw: withDependencies(authorValue(step.json, step.kind, [], authorText), steps) }
  const named = usualNames(constructor === 'command' ? shortPlugins(step.json) : step.json, constructor)
  const { steps: _, ...attributes } = authorValue(named, step.kind, [], authorText) as JsonObject
  return {
    ...withDependencies(attributes, steps),
    ...(constructor === 'group' && { steps: children.map(make) }),
  }
}

// Other spellings under the name that the rules know; the usual spelling wins where both are there.
function usualNames(json: JsonObject, constructor: PlannedStep['constructor']): JsonObject {
  const aliases = attributeAliases[constructor]
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => {
      const usual = Object.hasOwn(aliases, name) ? aliases[name] : undefined
      return [usual === undefined || Object.hasOwn(json, usual) ? name : usual, value]
    }),
  )
}

// The agent gives plugins their full names; diagnostics call them by those that people write.
function shortPlugins(json: JsonObject): JsonObject {
  const { plugins } = json
  if (!Array.isArray(plugins)) return json
  return { ...json, plugins: (plugins as readonly Json[]).map(shortPlugin) }
}

function shortPlugin(plugin: Json): Json {
  if (!isJsonObject(plugin)) return plugin
  return Object.fromEntries(Object.entries(plugin).map(([source, config]) => [shortPluginSource(source), config]))
}

/** The keys of the steps beside, and what names any other step. */
interface KnownSteps {
  readonly keys: ReadonlySet<unknown>
  readonly elsewhere: (key: string) => object
}

/** `depends_on: null` waits for nothing, as `[]` does; among typed dependencies null is none at all. */
function withDependencies(attributes: unknown, steps: KnownSteps): object {
  const { depends_on: own, ...others } = attributes as { readonly depends_on?: unknown }
  if (own === undefined) return others
  return { ...(attributes as object), depends_on: own === null ? [] : dependencies(own, steps) }
}

function dependencies(value: unknown, steps: KnownSteps): unknown {
  if (typeof value === 'string') return steps.keys.has(value) ? value : steps.elsewhere(value)
  if (Array.isArray(value)) return value.map((item) => dependencies(item, steps))
  if (typeof value !== 'object' || value === null || !('step' in value)) return value
  return { ...value, step: dependencies(value.step, steps) }
}
