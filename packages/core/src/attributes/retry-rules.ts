import { asMap, type PlainMap } from './read-value.ts'

/** The rules of automatic retry with their places: one, or a list of them (docs/spec/pipeline.md §5.3). */
export function retryRules(
  retry: unknown,
): readonly { readonly rule: PlainMap; readonly path: readonly (string | number)[] }[] {
  const { automatic } = asMap(retry)
  if (!Array.isArray(automatic)) return [{ rule: asMap(automatic), path: ['retry', 'automatic'] }]
  return automatic.map((rule, index) => ({ rule: asMap(rule), path: ['retry', 'automatic', index] }))
}
