/** What a function makes of values that may be promises: at once where none is. */
export function whenAll<Value, Result>(
  values: readonly (Value | Promise<Value>)[],
  make: (values: readonly Value[]) => Result,
): Result | Promise<Result> {
  return values.some((value) => value instanceof Promise)
    ? Promise.all(values).then(make)
    : make(values as readonly Value[])
}
