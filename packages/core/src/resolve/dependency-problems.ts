import { type Path, soleSuggestion, suggest } from '@kitewright/schema'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Step } from '../model/step.ts'
import { stepBrandOf } from '../model/step-brand.ts'
import type { FlatStep } from './flatten.ts'
import { originAt } from '../model/origin-at.ts'
import { mendAt, problem } from './problem.ts'
import type { StepIndex } from './step-index.ts'
import { slug } from '../model/slug.ts'
import { labelOf, stepName } from '../model/step-name.ts'

/** A key that no step of the pipeline has. */
export function unknownKey(step: FlatStep, path: Path, key: string, index: StepIndex): Diagnostic {
  const keys = index.keys.flatMap(({ name }) => name ?? [])
  const meant = suggest(key, keys)
  const matrix = matrixOf(key, index)
  const isSure = matrix === undefined && meant !== undefined && meant === soleSuggestion(key, keys)
  return problem('KW1002', step, path, {
    message: `${stepName(step.step)} depends on "${key}", which is not in this pipeline`,
    why: 'Buildkite refuses the upload, or waits for ever',
    hint: unknownKeyHint(key, meant, matrix),
    ...(isSure && { mend: [mendAt(step, path, { from: key, to: meant })] }),
  })
}

function unknownKeyHint(key: string, meant: string | undefined, matrix: string | undefined): string {
  if (matrix !== undefined) return `a job of a matrix has no key of its own: depend on "${matrix}", all of its jobs`
  if (meant !== undefined) return `did you mean "${meant}"?`
  return `add the step, or write externalStep('${key}') if another upload makes it`
}

/**
 * The key of a step with a matrix, if a key looks like one of its jobs: `node-22` where the label is `Node {{matrix.version}}`.
 * Otherwise undefined.
 */
function matrixOf(key: string, { steps, keys }: StepIndex): string | undefined {
  const found = steps.find(({ step, written, index }) => {
    if (written['matrix'] === undefined) return false
    const [start = '', ...rest] = (labelOf(step) ?? '').split(/\{\{\s*matrix[^{}]*\}\}/)
    const before = rest.length > 0 ? slug(start) : keys[index]?.name
    return before !== undefined && before !== '' && key.startsWith(`${before}-`)
  })
  return found && keys[found.index]?.name
}

/** A step value that the pipeline leaves out. */
export function notInPipeline(step: FlatStep, path: Path, target: Step, index: StepIndex): Diagnostic {
  const targetTrace = stepBrandOf(target)?.trace
  const copy = similarStep(target, index.steps)
  return problem('KW1003', step, path, {
    message: `${stepName(step.step)} depends on ${stepName(target)}, which is not in this pipeline`,
    why: 'a step that is left out never runs, so Buildkite would wait for it for ever',
    hint: copy
      ? `did you mean ${stepName(copy.step)}, which shares its attributes? A copy is a step of its own: depend on it`
      : 'add the step to the list, or write ifPresent(step) where the dependency is to vanish with it',
    related: targetTrace && [
      { message: 'this step is left out', origin: { trace: targetTrace, path: [] } },
      ...(copy ? [{ message: 'the step that shares its attributes', origin: originAt(copy, []) }] : []),
    ],
  })
}

/** Something else than a step, a key or a list of both. */
export function badDependency(step: FlatStep, path: Path, what: string): Diagnostic {
  return problem('KW1018', step, path, {
    message: `${stepName(step.step)} depends on ${what}`,
    hint: "write a step value, a key, or a list of both: depends_on: [unit, 'lint']",
  })
}

/** The step of the same kind that shares most attributes with one that is left out. Undefined if none shares half of them. */
function similarStep(target: Step, steps: readonly FlatStep[]): FlatStep | undefined {
  const wanted = Object.entries(target)
  let best: FlatStep | undefined
  let bestShared = Math.max(1, wanted.length / 2) - Number.EPSILON
  for (const candidate of steps) {
    if (candidate.kind !== stepBrandOf(target)?.kind) continue
    const shared = wanted.filter(([name, value]) => Object.is(candidate.written[name], value)).length
    if (shared > bestShared) [best, bestShared] = [candidate, shared]
  }
  return best
}
