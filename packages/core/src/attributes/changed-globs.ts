import { asListOfAny, asMap } from './read-value.ts'

/** A pattern of `if_changed` with its place. */
export interface ChangedGlob {
  readonly glob: string
  readonly path: readonly (string | number)[]
}

/** The patterns of every form of `if_changed`: one, a list, or `include` and `exclude` (docs/spec/pipeline.md §4.9). */
export function* changedGlobs(changed: unknown): Iterable<ChangedGlob> {
  if (typeof changed === 'string' || Array.isArray(changed)) return yield* globs(changed, ['if_changed'])
  const { include, exclude } = asMap(changed)
  yield* globs(include, ['if_changed', 'include'])
  yield* globs(exclude, ['if_changed', 'exclude'])
}

function* globs(value: unknown, path: readonly (string | number)[]): Iterable<ChangedGlob> {
  for (const [index, glob] of asListOfAny(value).entries())
    if (typeof glob === 'string') yield { glob, path: Array.isArray(value) ? [...path, index] : path }
}
