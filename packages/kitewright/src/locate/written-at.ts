import type { Node } from '@babel/types'
import type { Origin } from '@kitewright/core'
import type { Path } from '@kitewright/schema'
import { findBinding } from './find-binding.ts'
import { isCall } from './find-call.ts'
import { bestMatch, callSites, type LocateOptions } from './locate.ts'
import { authorFrames } from './author-frames.ts'
import type { Source } from './parse-source.ts'
import { isWrapper, meaningOf, type Site } from './site.ts'

/** What stands for a value in an author's file. */
export interface Place {
  readonly source: Source
  readonly node: Node
  /** Whether it is the name of a property. */
  readonly isName: boolean
}

/**
 * The expression that is the value of an attribute, or its name; the text itself where `interpolated(…)` is around it, and
 * where a name stands for it. Returns undefined where the path leads to no expression of the author's.
 */
export function writtenAt(
  stack: string,
  path: Path,
  { open, target }: Pick<LocateOptions, 'open'> & Pick<Origin, 'target'>,
): Place | undefined {
  const match = bestMatch(callSites(authorFrames(stack), open), path)
  if (match === undefined || match.matched !== path.length) return undefined
  if (target === 'key') return match.key && { ...match.key, isName: true }
  return { ...valueOf(match.site, 20), isName: false }
}

function valueOf(site: Site, fuel: number): Site {
  const { node } = site
  if (fuel <= 0) return site
  if (isWrapper(node)) return valueOf({ ...site, node: node.expression }, fuel - 1)
  if (isCall(node) && isInterpolated(site) && node.arguments.length === 1)
    return valueOf({ ...site, node: node.arguments[0] as Node }, fuel - 1)
  const meaning = node.type === 'Identifier' ? meaningOf(site, node.name) : undefined
  return meaning === undefined || meaning.keys.length > 0 ? site : valueOf(meaning.site, fuel - 1)
}

/** Whether a call is that of kitewright's `interpolated`. */
function isInterpolated({ source, node }: Site): boolean {
  if (!isCall(node) || node.callee.type !== 'Identifier') return false
  const binding = findBinding(source, node.callee.name, node)
  return binding?.kind === 'import' && binding.name === 'interpolated' && !binding.specifier.startsWith('.')
}
