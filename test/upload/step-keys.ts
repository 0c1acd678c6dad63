/** Keys of steps, in groups too. */
export function stepKeys(steps: readonly unknown[]): readonly string[] {
  return steps.flatMap((step) => {
    if (typeof step !== 'object' || step === null) return []
    const { key, steps: children = [] } = step as { readonly key?: string; readonly steps?: readonly unknown[] }
    return [...(key === undefined ? [] : [key]), ...stepKeys(children)]
  })
}
