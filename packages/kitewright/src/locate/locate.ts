import { type AuthorFrame, authorFrames } from './author-frames.ts'
import type { Origin } from '@kitewright/core'
import type { Path } from '@kitewright/schema'
import { anchorOf, findCall } from './find-call.ts'
import { type Match, findProperty } from './find-property.ts'
import type { OpenSource } from './open-sources.ts'
import { partInText } from './part-in-text.ts'
import type { Place } from './place.ts'
import type { Site } from './site.ts'
import { sourcePlace } from './source-place.ts'
import { spanWithin } from './span-within.ts'

/** Where a diagnostic points, and the other places in the author's code that led there, innermost first. */
export interface Located extends Place {
  readonly related: readonly Place[]
}

export interface LocateOptions {
  /** Opens the author's files. */
  readonly open: OpenSource
  /** At the attribute's value (the default), or at its name, as for a misspelled one. */
  readonly target?: 'value' | 'key' | undefined
  /** The part of a text that is meant, if the place turns out to be a literal. */
  readonly span?: Origin['span']
}

/**
 * Finds the place of an attribute in the author's file, from the stack of the constructor's call and the attribute's
 * path: `['depends_on', 1]`, or `[]` for the call itself. Follows names, spreads, helpers and relative imports. If the
 * path cannot be followed, it points at the nearest value that holds it, or at the call. A file that cannot be read
 * gives the stack's position, without a source line. Returns undefined if the stack names no file of the author's.
 */
export function locate(stack: string, path: Path, options: LocateOptions): Located | undefined {
  const calls = callSites(authorFrames(stack), options.open)
  const [first] = calls
  if (first === undefined) return undefined
  const found = bestMatch(calls, path)
  const target = found && targetOf(found, path, options.target)
  const place = target ? placeOf(target, options.span) : first.place
  const related = calls.filter(({ site }) => site === undefined || target === undefined || !isWithin(target, site))
  return {
    ...place,
    related: related.filter((call) => target !== undefined || call !== first).map((call) => call.place),
  }
}

/** A frame of the author's, and the call there if the file could be read. */
interface FrameCall {
  readonly place: Place
  readonly site?: Site | undefined
}

export function callSites(frames: readonly AuthorFrame[], open: OpenSource): readonly FrameCall[] {
  return frames.reduceRight<readonly FrameCall[]>((outer, frame, index) => {
    const { isCalledByNext, ...position } = frame
    const source = open(frame.file)
    const node = source && findCall(source, frame)
    if (source === undefined || node === undefined) {
      // tsx ends a file with calls of its own, which are no place of the author's.
      return source === undefined || index === 0 ? [{ place: { ...position, length: 1 } }, ...outer] : outer
    }
    const caller = isCalledByNext ? outer[0]?.site : undefined
    const place = sourcePlace(source, anchorOf(node), node.callee.end ?? 0)
    return [{ place, site: { source, node, caller, open } }, ...outer]
  }, [])
}

/** The call whose arguments hold the longest part of the path, the innermost one of equals. */
export function bestMatch(calls: readonly FrameCall[], path: Path): Match | undefined {
  const matches = calls.flatMap(({ site }) => (site === undefined ? [] : [findProperty(site, path)]))
  const longest = Math.max(0, ...matches.map(({ matched }) => matched))
  return longest === 0 ? undefined : matches.find(({ matched }) => matched === longest)
}

function targetOf({ site, key, matched }: Match, path: Path, target: LocateOptions['target']): Site {
  return target === 'key' && key !== undefined && matched === path.length ? key : site
}

function placeOf({ source, node }: Site, span: Origin['span']): Place {
  const whole = { start: node.start ?? 0, end: node.end ?? 0 }
  const { start, end } = (span && (spanWithin(source, node, span) ?? partInText(span, [whole], source.text))) ?? whole
  return sourcePlace(source, start, end)
}

function isWithin(inner: Site, outer: Site): boolean {
  const isInside = (inner.node.start ?? 0) >= (outer.node.start ?? 0) && (inner.node.end ?? 0) <= (outer.node.end ?? 0)
  return inner.source === outer.source && isInside
}
