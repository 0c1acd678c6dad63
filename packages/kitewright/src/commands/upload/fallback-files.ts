import type { Invocation } from '../../command-line.ts'

/** The files that `--fallback` names, in their order. */
export function fallbackFiles({ flags: { fallback } }: Invocation): readonly string[] {
  return [fallback ?? []].flat().map(String)
}
