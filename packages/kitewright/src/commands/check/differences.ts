/** One place in which two values differ. */
export interface Difference {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** Where two values of JSON differ, at the innermost places; the order of names does not count. */
export function* differences(
  expected: unknown,
  actual: unknown,
  path: readonly (string | number)[],
): Iterable<Difference> {
  if (isObject(expected) && isObject(actual) && Array.isArray(expected) === Array.isArray(actual)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const part = Array.isArray(expected) ? Number(key) : key
      yield* differences(expected[key], actual[key], [...path, part])
    }
  } else if (expected !== actual) {
    yield { path, message: `${path.join('.')} is ${show(actual)}, not ${show(expected)}` }
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function show(value: unknown): string {
  const text = value === undefined ? 'absent' : JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
