import type { Dependencies } from '../model/dependency.ts'
import { branded } from '../model/brand.ts'
import { maximumLevels } from '../model/levels.ts'
import { frozenCopy, tooLarge } from '../model/own-copy.ts'
import { isNothing } from '../model/nothing.ts'
import type { Trace } from '../model/origin.ts'
import { type PipelineBrand, pipelineBrandOf } from '../model/pipeline.ts'
import type { Step, Steps } from '../model/step.ts'
import { stepBrand, stepBrandOf } from '../model/step-brand.ts'
import { captureTrace } from '../model/trace.ts'

/**
 * Steps one after the other: each step of a part gets, beside its own dependencies, all steps of the part before.
 *
 * @param parts Steps, or lists of steps that run side by side. A group is depended on as a whole; `wait` has no place
 *   here. `false`, `null`, `undefined` and `''` vanish. Of a pipeline, its steps are meant, where no function gives them.
 * @returns New values in the order given. Depending on an original means its place in the sequence.
 * @example
 * return sequence([unit, integration], image, deployTest)
 */
export function sequence(...parts: readonly Part[]): readonly Step[] {
  const trace = captureTrace(sequence)
  const placed: Step[] = []
  let before: readonly Step[] = []
  for (const part of copiesOf(parts)) {
    const steps = flatten(part, []).map((step) => afterSteps(step, before, trace))
    if (steps.length > 0) before = steps
    placed.push(...steps)
  }
  return Object.freeze(placed)
}

type Part = Steps[number]

/** The parts as they are now. What has no end, or more values than anybody reads, is reported later as no step. */
function copiesOf(parts: readonly Part[]): readonly Part[] {
  const copies = frozenCopy(parts)
  return copies === tooLarge ? [copies as never] : copies
}

function flatten(part: Part, lists: readonly Part[]): readonly Step[] {
  if (isNothing(part)) return []
  const pipeline = pipelineBrandOf(part)
  if (pipeline !== undefined) return stepsOf(pipeline, lists)
  if (!Array.isArray(part) || lists.length >= maximumLevels || lists.includes(part as Steps)) return [part as Step]
  return (part as Steps).flatMap((item) => flatten(item, [...lists, part as Steps]))
}

/** One whose steps a function gives has none yet, and one may be made of no pipeline: both are reported later as no step. */
function stepsOf({ source }: PipelineBrand, lists: readonly Part[]): readonly Step[] {
  const steps = Array.isArray(source) ? source : (source as { readonly steps?: unknown } | null | undefined)?.steps
  if (typeof source === 'function' || steps === undefined) return [Object.freeze({ pipeline: source }) as never]
  return flatten(steps as Steps, lists)
}

function afterSteps(step: Step, before: readonly Step[], trace: Trace): Step {
  const brand = stepBrandOf(step)
  // A value that is no step is reported later, with everything else.
  if (brand === undefined) return step
  const placed = before.length > 0 ? withDependencies(step, before) : step
  return branded({ ...placed }, stepBrand, { ...brand, sequence: { trace, original: step } })
}

/** Dependencies in `raw` win over typed ones, and must not win over those of the sequence. */
function withDependencies({ raw, ...step }: Step, before: readonly Step[]): object {
  const { depends_on = step.depends_on, ...others } = raw ?? {}
  const all = Object.freeze([...listOf(depends_on as Dependencies), ...before])
  return { ...step, depends_on: all, ...(raw && { raw: Object.freeze(others) }) }
}

function listOf(own: Dependencies): readonly Dependencies[] {
  if (isNothing(own)) return []
  return Array.isArray(own) ? (own as readonly Dependencies[]) : [own as Dependencies]
}
