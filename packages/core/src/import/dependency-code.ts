import { isJsonObject } from '../agent/json.ts'
import type { Json } from '../agent/json.ts'
import { call, list, literal, name, object } from './code.ts'
import type { Code } from './code.ts'
import { textCode } from './text-code.ts'

/** How a step of this pipeline can be named where another one depends on it. */
export interface StepNames {
  /** The const that holds the step with a key, if it can stand before the step that asks. */
  readonly constOf: (key: string) => string | undefined
  readonly hasKey: (key: string) => boolean
}

/** `depends_on` as step values. Returns undefined if the author's form cannot say the same. */
export function dependsOnCode(json: Json, names: StepNames): Code | undefined {
  if (typeof json === 'string') return json === '' ? undefined : keyCode(json, names)
  if (!Array.isArray(json)) return undefined
  const items = json.map((item) => dependencyCode(item, names))
  return items.includes(undefined) ? undefined : list(items as readonly Code[])
}

/** One dependency of a list. Returns undefined if the author's form cannot say the same. */
export function dependencyCode(json: Json, names: StepNames): Code | undefined {
  if (typeof json === 'string') return json === '' ? undefined : keyCode(json, names)
  if (!isJsonObject(json)) return undefined
  const { step, allow_failure: tolerance, ...rest } = json
  const isTolerance = [undefined, true, false, 'true', 'false'].includes(tolerance as boolean)
  if (typeof step !== 'string' || step === '' || !isTolerance || Object.keys(rest).length > 0) return undefined
  return object([
    { key: 'step', value: keyCode(step, names) },
    ...(tolerance === undefined ? [] : [{ key: 'allow_failure', value: literal(tolerance as boolean | string) }]),
  ])
}

function keyCode(key: string, names: StepNames): Code {
  const text = textCode(key, true)
  if (text.form !== 'literal') return text
  const constName = names.constOf(key)
  if (constName !== undefined) return name(constName)
  return names.hasKey(key) ? text : call('externalStep', text)
}
