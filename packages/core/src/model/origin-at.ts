import type { Path } from '@kitewright/schema'
import type { Origin, Trace } from './origin.ts'
import type { RawNames } from './written-attributes.ts'

/** A step or a pipeline as its author wrote it. */
export interface Authored {
  /** The call that made it. */
  readonly trace: Trace
  readonly raw: RawNames
  /** Where it stands in the argument of that call, if it has none of its own: a step of a list in `raw`. */
  readonly within?: Path | undefined
}

/** Where the author wrote what stands at a path of a step or pipeline. */
export function originAt(author: Authored, path: Path): Origin {
  return { trace: author.trace, path: writtenPath(author, path) }
}

function writtenPath({ raw, within }: Authored, path: Path): Path {
  const [name, ...rest] = path
  if (raw.size === 0 || typeof name !== 'string') return within === undefined ? path : [...within, ...path]
  const written = raw.get(name) ?? [...raw.values()].find((other) => other === name)
  if (within !== undefined) return [...within, written ?? name, ...rest]
  return written === undefined ? path : ['raw', written, ...rest]
}
