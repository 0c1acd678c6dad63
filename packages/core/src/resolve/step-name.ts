import { isInterpolated, type StepKind } from '@kitewright/schema'
import { stepMarkOf } from '../model/step-mark.ts'
import { slug } from './slug.ts'

/** The attribute that holds the label of a kind of step. */
export function labelAttribute(kind: StepKind | undefined): string {
  return kind === 'block' || kind === 'input' || kind === 'group' ? kind : 'label'
}

/** The author's label of a step, as far as it is literal text. */
export function labelOf(step: object): string | undefined {
  const attributes = step as Readonly<Record<string, unknown>>
  const label = attributes[labelAttribute(stepMarkOf(step)?.kind)] ?? attributes['label']
  return typeof label === 'string' ? label : undefined
}

/** The key that a step's label stands for; nothing where the label is missing, empty or filled in by the agent. */
export function derivedKey(step: object): string | undefined {
  return slug(labelOf(step) ?? '') || undefined
}

/** How a message names a step: by its key, else its label, else its command, else its kind. */
export function stepName(step: object): string {
  const attributes = step as Readonly<Record<string, unknown>>
  const { key, command, trigger } = attributes
  const text = typeof key === 'string' ? key : (derivedKey(step) ?? labelOf(step) ?? firstLine(command ?? trigger))
  const kind = stepMarkOf(step)?.kind ?? 'step'
  if (text !== undefined && text !== '') return `step "${text}"`
  return isInterpolated(key) ? `a ${kind} step with an interpolated key` : `a ${kind} step without key and label`
}

function firstLine(value: unknown): string | undefined {
  const text: unknown = Array.isArray(value) ? value[0] : value
  if (typeof text !== 'string') return undefined
  const line = text.split('\n', 1)[0] ?? ''
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}
