import { shownName } from '../interpolated.ts'
import type { StepKind } from '../generated/step-kind.ts'

/** How a value was written: by an author in TypeScript, or as Buildkite reads it, with all of its other spellings. */
export type Spelling = 'author' | 'typed' | 'wire'

/** Where a value stands; its path is put together only for a problem. */
export interface Place {
  /** The step or pipeline that it belongs to. */
  readonly kind: StepKind | 'pipeline'
  readonly spelling: Spelling
  /** What it is inside of, and under which name; absent for the step or pipeline itself. */
  readonly parent?: Place
  readonly part?: string | number
}

/** The place of something inside. */
export function inside(parent: Place, part: string | number): Place {
  return { kind: parent.kind, spelling: parent.spelling, parent, part }
}

/** The path from the step or the pipeline. */
export function pathOf({ parent, part }: Place): readonly (string | number)[] {
  return parent === undefined || part === undefined ? [] : [...pathOf(parent), part]
}

/** The place in words: `retry.automatic[0].limit`, or the step itself. */
export function nameOf(place: Place): string {
  const path = pathOf(place)
  if (path.length === 0) return place.kind === 'pipeline' ? 'the pipeline' : `the ${place.kind} step`
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${shownName(part)}`))
    .join('')
}
