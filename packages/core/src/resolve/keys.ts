import { type InterpolatedValue, interpolatedText, isInterpolated } from '@kitewright/schema'
import type { Diagnostic } from '../model/diagnostic.ts'
import { describe } from './describe.ts'
import type { FlatStep } from './flatten.ts'
import { problem, type ProblemText } from './problem.ts'
import { originAt } from '../model/origin-at.ts'
import { maximumKeyLength } from '../model/slug.ts'
import { derivedKey, labelOf, stepName } from '../model/step-name.ts'

/** What a step can be named by. */
export interface StepKey {
  /** The key that simulations, tests and dependencies name it by. */
  readonly name: string | undefined
  /** The key as the author wrote it. */
  readonly authored: string | InterpolatedValue | undefined
}

/** What Buildkite takes as a key (docs/spec/pipeline.md §4.1). */
const keyPattern = /^[a-zA-Z0-9_\-:${}.,]+$/
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The key of each step: authored, else derived from its label. */
export function keysOf(steps: readonly FlatStep[]): readonly StepKey[] {
  return steps.map(({ step, written: { key } }) => {
    if (isInterpolated(key)) return { name: key[interpolatedText], authored: key }
    if (typeof key === 'string') return { name: key, authored: key }
    return { name: derivedKey(step), authored: undefined }
  })
}

/** Keys that Buildkite would refuse, and authored keys used twice. */
export function* keyProblems(steps: readonly FlatStep[], keys: readonly StepKey[]): Iterable<Diagnostic> {
  const first = new Map<string, FlatStep>()
  for (const step of steps) {
    const authored = step.written['key']
    if (authored === undefined || isInterpolated(authored)) continue
    const isUnchecked = typeof authored !== 'string' && step.raw.has('key')
    const invalid = isUnchecked ? undefined : invalidKey(authored)
    if (invalid) yield problem(invalid.code, step, ['key'], invalid)
    const name = keys[step.index]?.name
    if (typeof authored !== 'string' || name === undefined) continue
    const earlier = first.get(name)
    if (earlier) yield duplicateKey(step, name, earlier)
    else first.set(name, step)
  }
}

function duplicateKey(step: FlatStep, key: string, earlier: FlatStep): Diagnostic {
  return problem('KW1001', step, ['key'], {
    message: `key "${key}" is used twice`,
    why: 'Buildkite refuses an upload in which a key is not unique in the build',
    hint: 'give one of the two steps another key',
    related: [{ message: 'first used here', origin: originAt(earlier, ['key']) }],
  })
}

function invalidKey(key: unknown): (Pick<Diagnostic, 'code'> & ProblemText) | undefined {
  if (typeof key !== 'string') {
    return {
      code: 'KW1008',
      message: `key is ${describe(key)}, not text`,
      hint: `write key: '${typeof key === 'number' || typeof key === 'boolean' ? key : '…'}'`,
    }
  }
  if (uuidPattern.test(key)) {
    return {
      code: 'KW1009',
      message: `key "${key}" looks like a UUID`,
      why: 'Buildkite refuses such keys: it could not tell them from the ids of steps',
      hint: 'choose a key that says what the step does',
    }
  }
  if (keyPattern.test(key) && key.length <= maximumKeyLength) return undefined
  return {
    code: 'KW1008',
    message:
      key.length > maximumKeyLength
        ? `key has ${key.length} characters`
        : `key "${key}" has characters that a key cannot hold`,
    why: `Buildkite takes letters, digits and _ - : . , in a key, ${maximumKeyLength} at most`,
    hint: `write key: '${derivedKeyOf(key)}'`,
  }
}

/** A key that Buildkite takes, made of one that it does not. */
export function derivedKeyOf(key: string): string {
  return key.replace(/[^a-zA-Z0-9_\-:.,]+/g, '-').slice(0, maximumKeyLength) || '…'
}

/** A step that another one depends on, but whose label gives no key. */
export function missingKey(step: FlatStep, dependent: FlatStep): Diagnostic {
  const label = labelOf(step.step)
  return problem('KW1006', step, [], {
    message: `${stepName(dependent.step)} depends on ${stepName(step.step)}, which has no key`,
    why:
      label === undefined
        ? 'it has no label to make a key of'
        : `its label ${JSON.stringify(label)} has no letters or digits to make a key of`,
    hint: "add key: '…' to it",
    related: [{ message: 'depended on here', origin: originAt(dependent, ['depends_on']) }],
  })
}

/** Steps whose labels give the same key, and another step that depends on it. */
export function ambiguousKey(step: FlatStep, key: string, others: readonly FlatStep[]): Diagnostic {
  const count = others.length + 1
  return problem('KW1007', step, [], {
    message: `the labels of ${count === 2 ? 'two steps both' : `${count} steps all`} give the key "${key}", and another step depends on it`,
    why: 'a key made from a label is printed only if it names one step',
    hint: `add a key of its own to each that is depended on; in a loop, one with the value of the loop: key: \`${key}-\${name}\``,
    related: others.map((other) => ({ message: 'the same key', origin: originAt(other, []) })),
  })
}
