/** Keys of steps, in groups too. */
export function stepKeys(steps: readonly unknown[]): readonly string[] {
  return steps.flatMap((step) => {
    if (typeof step !== 'object' || step === null) return []
    const { key, steps: children = [] } = step as { readonly key?: string; readonly steps?: readonly unknown[] }
    return [...(key === undefined ? [] : [key]), ...stepKeys(children)]
  })
}

/** Why steps are refused, if they have a key that the build has. */
export function usedTwice(
  wanted: readonly string[],
  used: readonly string[],
): { readonly status: number; readonly message: string } | undefined {
  const key = wanted.find((candidate) => used.includes(candidate))
  if (key === undefined) return undefined
  return { status: 422, message: `The key "${key}" has already been used by another step in this build` }
}
