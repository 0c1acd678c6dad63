import type { Path } from '@kitewright/schema'
import { buildProgram } from './build-program.ts'
import type { Decisions } from './build-program.ts'
import type { Program } from './code.ts'
import { compile } from '../compile.ts'
import { defineParsed } from './define-parsed.ts'
import { isJsonObject } from '../agent/json.ts'
import type { JsonObject } from '../agent/json.ts'
import { anchorHolders } from './anchors.ts'
import { emitJson } from '../emit/emit-json.ts'
import type { WirePipeline } from '../emit/wire-pipeline.ts'
import { pipelineMeaning, stepMeaning } from './meaning.ts'
import type { Definition } from '../model/definition.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { ParsedPipeline } from '../parse/parse-document.ts'
import { parsePipeline } from '../parse/parse-pipeline.ts'
import { planSteps } from './planned-step.ts'
import type { PlannedStep } from './planned-step.ts'
import { printProgram } from './print-program.ts'
import { runProgram } from './run-code.ts'
import type { Manner } from './step-code.ts'
import { tidyProgram } from './tidy-program.ts'

/** A pipeline of YAML as a TypeScript module. */
export interface ImportedPipeline extends Pick<Proof, 'wire'> {
  /** The module, formatted as prettier does. */
  readonly text: string
  /** Steps that the module does not render as they were, by their place in the YAML; `[]` is the pipeline itself. */
  readonly changed: readonly Path[]
  /** Entries beside the steps that only held anchors: consts take their place. */
  readonly leftOut: readonly string[]
  /** Errors of the module that the YAML does not have: none, or it could not be rendered where the YAML can be sent. */
  readonly errors: readonly Diagnostic[]
}

/**
 * Writes a pipeline of YAML as the TypeScript that renders the same pipeline, and proves it: what the module holds is
 * rendered, read as the agent reads it, and compared with the YAML step by step. A step that differs, or in which the
 * checks find an error that the YAML has not, is written more plainly until it does not: attributes in `raw`, everything
 * spelled out, then all of it as raw data. What is wrong in the YAML is wrong in the module, with the same diagnostics.
 * What is proved in the end is the printed text: read again as a program, not the values that it was printed from.
 *
 * @param runText What a printed module gives to `definePipeline`. Without it, only the values are proved.
 * ```ts
 * const [pipeline] = parsePipeline(yaml).pipelines
 * (await importPipeline(pipeline, runText)).text // "import { command, definePipeline } from 'kitewright'…"
 * ```
 */
export async function importPipeline(
  pipeline: ParsedPipeline,
  runText?: (text: string) => unknown,
): Promise<ImportedPipeline> {
  const steps = planSteps(pipeline)
  const manners = new Map<PlannedStep, Manner>()
  const raw = new Map<PlannedStep | undefined, Set<string>>()
  const decisions: Decisions = {
    mannerOf: (step) => manners.get(step) ?? 'shared',
    rawOf: (step) => raw.get(step) ?? new Set(),
  }
  const known = faultsOf(pipeline, steps)
  for (;;) {
    const program = buildProgram(pipeline, steps, decisions)
    const proof = prove(runProgram(program).pipeline, program, pipeline, steps, known)
    if (writeMorePlainly(proof, steps, manners, raw)) continue
    const text = printProgram(tidyProgram(program))
    const final = runText === undefined ? proof : prove(runText(text), program, pipeline, steps, known)
    return {
      text,
      wire: final.wire,
      changed: final.changed,
      leftOut: [...anchorHolders(pipeline)],
      errors: final.errors,
    }
  }
}

interface Proof {
  /** What the module renders. */
  readonly wire: WirePipeline
  readonly changed: readonly Path[]
  readonly errors: readonly Diagnostic[]
  /** The attributes in which a changed step differs. */
  readonly attributes: ReadonlyMap<PlannedStep, readonly string[]>
}

function prove(
  value: unknown,
  { isComputed }: Program,
  original: ParsedPipeline,
  steps: readonly PlannedStep[],
  known: Faults,
): Proof {
  const { wire, diagnostics } = compile({ value, trace: {}, isComputed } as Definition)
  const errors = errorsAmong(diagnostics).filter((error) => !known.messages.has(nameOf(error)))
  const [rendered] = parsePipeline(emitJson(wire, { indent: 0 })).pipelines
  if (rendered === undefined) return { wire, errors, changed: [[]], attributes: new Map() }
  const again = planSteps(rendered)
  const changed = steps.filter((step) => !isSame(step, again[step.index]) && !isFaulty(step, again[step.index], known))
  const sameRest =
    pipelineMeaning(rendered.canonical) === pipelineMeaning(without(original.canonical, anchorHolders(original))) &&
    again.length === steps.length
  return {
    wire,
    errors,
    changed: [...(sameRest ? [] : [[]]), ...changed.map(({ step }) => step.path)],
    attributes: new Map(changed.map((step) => [step, differingAttributes(step, again[step.index])])),
  }
}

function without(json: JsonObject, names: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(json).filter(([name]) => !names.has(name)))
}

function isSame({ step }: PlannedStep, other: PlannedStep | undefined): boolean {
  return other !== undefined && stepMeaning(other.step) === stepMeaning(step)
}

/** Whether a step differs only in what is an error in the YAML: nothing is sent before it is right. */
function isFaulty(step: PlannedStep, other: PlannedStep | undefined, { places }: Faults): boolean {
  const differing = differingAttributes(step, other)
  return differing.length > 0 && differing.every((name) => places.has(`${step.index} ${name}`))
}

/** The errors of the YAML. */
interface Faults {
  readonly messages: ReadonlySet<string>
  /** The index of the step, and the attribute. */
  readonly places: ReadonlySet<string>
}

function faultsOf(pipeline: ParsedPipeline, steps: readonly PlannedStep[]): Faults {
  const errors = errorsAmong(compile(defineParsed(pipeline).definition).diagnostics)
  const places = errors.map(({ path }) => faultyPlace(path, steps))
  return {
    messages: new Set(errors.map(nameOf)),
    places: new Set(places.map(({ step, attribute }) => `${step?.index} ${attribute}`)),
  }
}

function differingAttributes({ step }: PlannedStep, other: PlannedStep | undefined): readonly string[] {
  const [json, rendered] = [step.json, other?.step.json]
  if (!isJsonObject(json) || !isJsonObject(rendered)) return []
  const names = Object.keys({ ...json, ...rendered })
  return names.filter((name) => JSON.stringify(json[name]) !== JSON.stringify(rendered[name]))
}

function errorsAmong(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error')
}

function nameOf({ code, message }: Diagnostic): string {
  return `${code} ${message}`
}

/** Writes the step of each fault in a plainer manner, each step once. Returns false if none is left. */
function writeMorePlainly(
  { changed, errors, attributes: differing }: Proof,
  steps: readonly PlannedStep[],
  manners: Map<PlannedStep, Manner>,
  raw: Map<PlannedStep | undefined, Set<string>>,
): boolean {
  const moved = new Set<PlannedStep | undefined>()
  /** Spelled out, then the attributes in `raw`, then all of it. */
  const plainer = (step: PlannedStep | undefined, attributes: readonly string[]): void => {
    const manner = step === undefined ? 'flat' : (manners.get(step) ?? 'shared')
    const inRaw = raw.get(step) ?? new Set<string>()
    const typed = attributes.filter((name) => name !== 'steps' && !inRaw.has(name))
    if (manner === 'raw' || moved.has(step) || (step === undefined && typed.length === 0)) return
    moved.add(step)
    if (step !== undefined && (manner === 'shared' || typed.length === 0))
      manners.set(step, manner === 'shared' ? 'flat' : 'raw')
    else raw.set(step, new Set([...inRaw, ...typed]))
  }
  for (const { path } of errors) {
    const { step, attribute } = faultyPlace(path, steps)
    plainer(step, attribute === undefined ? [] : [attribute])
  }
  const unequal = steps.filter(({ step }) => changed.includes(step.path))
  for (const step of unequal) {
    // A group differs if a child does: the child is changed first, as long as it can be written more plainly.
    const hope = step.children.some((child) => unequal.includes(child) && manners.get(child) !== 'raw')
    if (!hope) plainer(step, differing.get(step) ?? [])
  }
  return moved.size > 0
}

// A diagnostic's path counts steps as the graph does, which is the order of the file.
function faultyPlace(
  path: Path,
  steps: readonly PlannedStep[],
): { readonly step?: PlannedStep | undefined; readonly attribute?: string | undefined } {
  if (path[0] !== 'steps') return { attribute: typeof path[0] === 'string' ? path[0] : undefined }
  const isInGroup = path[2] === 'steps' && typeof path[3] === 'number'
  const groups = new Set(steps.flatMap(({ children }) => children))
  const outer = steps.filter((step) => !groups.has(step))[Number(path[1])]
  const step = isInGroup ? outer?.children[Number(path[3])] : outer
  const attribute = path[isInGroup ? 4 : 2]
  return { step, attribute: typeof attribute === 'string' ? attribute : undefined }
}
