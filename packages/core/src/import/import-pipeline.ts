import type { Path } from '@kitewright/schema'
import { buildProgram } from './build-program.ts'
import type { Decisions } from './build-program.ts'
import { compile } from '../compile.ts'
import { emitJson } from '../emit/emit-json.ts'
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

/** A pipeline of YAML as a TypeScript module. */
export interface ImportedPipeline {
  /** The module, formatted as prettier does. */
  readonly text: string
  /** Steps that the module does not render as they were, by their place in the YAML; `[]` is the pipeline itself. */
  readonly changed: readonly Path[]
  /** What keeps the module from being rendered. */
  readonly errors: readonly Diagnostic[]
}

/**
 * Writes a pipeline of YAML as the TypeScript that renders the same pipeline, and proves it: what the module holds is
 * rendered, read as the agent reads it, and compared with the YAML step by step. A step that differs, or that the checks
 * refuse, is written more plainly until it does not: with everything spelled out, then as raw data. What is proved in
 * the end is the printed text: read again as a program, not the values that it was printed from.
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
  for (;;) {
    const program = buildProgram(pipeline, steps, decisions)
    const proof = await prove(runProgram(program).pipeline, pipeline, steps)
    if (writeMorePlainly(proof, steps, manners, raw)) continue
    const text = printProgram(program)
    return { text, ...(runText === undefined ? proof : await prove(runText(text), pipeline, steps)) }
  }
}

interface Proof {
  readonly changed: readonly Path[]
  readonly errors: readonly Diagnostic[]
}

async function prove(value: unknown, original: ParsedPipeline, steps: readonly PlannedStep[]): Promise<Proof> {
  const definition = { value, trace: {} } as Definition
  const { wire, diagnostics } = await compile(definition)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const [rendered] = parsePipeline(emitJson(wire, { indent: 0 })).pipelines
  if (rendered === undefined) return { errors, changed: [[]] }
  const again = planSteps(rendered)
  const changed = steps.filter(
    ({ step, index }) => again[index] === undefined || stepMeaning(again[index].step) !== stepMeaning(step),
  )
  const sameRest =
    pipelineMeaning(rendered.canonical) === pipelineMeaning(original.canonical) && again.length === steps.length
  return { errors, changed: [...(sameRest ? [] : [[]]), ...changed.map(({ step }) => step.path)] }
}

/** Writes the step of each fault in a plainer manner. Returns false if none is left. */
function writeMorePlainly(
  { changed, errors }: Proof,
  steps: readonly PlannedStep[],
  manners: Map<PlannedStep, Manner>,
  raw: Map<PlannedStep | undefined, Set<string>>,
): boolean {
  let moved = false
  const plainer = (step: PlannedStep): void => {
    const manner = manners.get(step) ?? 'shared'
    if (manner === 'raw') return
    manners.set(step, manner === 'shared' ? 'flat' : 'raw')
    moved = true
  }
  for (const { path } of errors) {
    const { step, attribute } = faultyPlace(path, steps)
    const attributes = raw.get(step) ?? new Set<string>()
    if (attribute !== undefined && attribute !== 'steps' && !attributes.has(attribute)) {
      raw.set(step, attributes.add(attribute))
      moved = true
    } else if (step !== undefined) plainer(step)
  }
  const differing = steps.filter(({ step }) => changed.includes(step.path))
  for (const step of differing) {
    // A group differs if a child does: the child is changed first, as long as it can be written more plainly.
    const hope = step.children.some((child) => differing.includes(child) && manners.get(child) !== 'raw')
    if (!hope) plainer(step)
  }
  return moved
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
