import { interpolatedText, isInterpolated, type StepKind } from '@kitewright/schema'
import { slug } from './slug.ts'
import type { Step } from './step.ts'
import { stepBrand } from './step-brand.ts'
import { writtenAttributes } from './written-attributes.ts'

/** The attribute that holds the label of a kind of step. */
export function labelAttribute(kind: StepKind): string {
  return kind === 'block' || kind === 'input' || kind === 'group' ? kind : 'label'
}

/** The author's label of a step, as far as it is literal text. */
export function labelOf(step: Step): string | undefined {
  const label = writtenLabel(step)
  return typeof label === 'string' ? label : undefined
}

function writtenLabel(step: Step): unknown {
  const { kind } = step[stepBrand]
  const { written } = writtenAttributes(step, kind)
  return written[labelAttribute(kind)] ?? written['label']
}

/** The key that its author gave to a step. */
export function authoredKey(step: Step): unknown {
  return writtenAttributes(step, step[stepBrand].kind).written['key']
}

/** The key that a step's label stands for; undefined where the label is missing, empty or filled in by the agent. */
export function derivedKey(step: Step): string | undefined {
  return slug(labelOf(step) ?? '') || undefined
}

/** What a step runs: the first line of its command, or the pipeline that it triggers. */
export function whatItRuns(step: Step): string | undefined {
  const { command, trigger } = writtenAttributes(step, step[stepBrand].kind).written
  const [text = command ?? trigger]: readonly unknown[] = Array.isArray(command) ? command : []
  if (typeof text !== 'string') return undefined
  const [line = ''] = text.split('\n', 1)
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}

/** What a person calls a step: its label as it was written, else what it runs, else its kind. */
export function stepLabel(step: Step): string {
  const label = writtenLabel(step)
  return (isInterpolated(label) ? label[interpolatedText] : labelOf(step)) || whatItRuns(step) || step[stepBrand].kind
}

/** How a message names a step: `block "release"`, by its key, else its label, else what it runs; else `a wait step`. */
export function stepName(step: Step): string {
  const { kind } = step[stepBrand]
  const key = authoredKey(step)
  const text = typeof key === 'string' ? key : (derivedKey(step) ?? labelOf(step) ?? whatItRuns(step))
  if (text) return `${labelAttribute(kind) === kind ? kind : 'step'} "${text}"`
  return isInterpolated(key) ? `a ${kind} step with an interpolated key` : `a ${kind} step`
}
