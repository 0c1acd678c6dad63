import type { Code, Named } from './code.ts'

/** A variable, and what it holds in each of several pieces of code. */
export interface Difference {
  readonly variable: Named
  readonly values: readonly Code[]
}

/** Gathers what differs among pieces of code. */
export interface Differences {
  /** Whether a path is a variable for its folder, and one for its file. */
  readonly splitsPaths: boolean
  readonly found: readonly Difference[]
  /** The variable that holds these values: a new one unless another one holds the same. */
  readonly variableFor: (values: readonly Code[], texts: readonly string[]) => Code
  /** Forgets all but the first. */
  readonly keep: (count: number) => void
}

/**
 * Starts with none.
 *
 * @param mark What the variables' marks begin with.
 */
export function differences(mark: string, splitsPaths = false): Differences {
  const found: Difference[] = []
  return {
    splitsPaths,
    found,
    keep(count) {
      found.length = count
    },
    variableFor(values, texts) {
      const known = found.find((one) => one.values.every((value, index) => isSameCode(value, values[index])))
      const variable = known?.variable ?? { name: `${mark}.${found.length}`, texts, noun: 'value' }
      if (known === undefined) found.push({ variable, values })
      return { form: 'name', name: variable.name }
    },
  }
}

/** Whether code says the same, its comments included. */
export function isSameCode(one: unknown, other: unknown): boolean {
  return one === other || codeText(one) === codeText(other)
}

// Code never changes, and the same is compared with many.
const texts = new WeakMap<object, string>()

/** Code as a text to compare. */
export function codeText(code: unknown): string {
  if (typeof code !== 'object' || code === null) return JSON.stringify(code) ?? ''
  const text = texts.get(code) ?? JSON.stringify(code)
  texts.set(code, text)
  return text
}

/** The type of a parameter with these values. Returns undefined if they are neither words and numbers nor lists of texts. */
export function plainType({ values }: Difference): string | undefined {
  const types = new Set(values.map(typeOf))
  return types.has(undefined) ? undefined : [...types].toSorted().join(' | ')
}

function typeOf(code: Code): string | undefined {
  if (code.form === 'script') return 'string'
  if (code.form === 'literal' && code.value !== null) return typeof code.value
  const isTexts = code.form === 'list' && code.items.every((item) => typeOf(item.code) === 'string')
  return isTexts ? 'readonly string[]' : undefined
}
