import type { Place } from '../locate/place.ts'
import { bounded } from '../text/shorten.ts'
import type { Mask, World } from '../world/world.ts'
import type { LocatedDiagnostic } from './located-diagnostic.ts'
import { type ShownEdit, shownEdits } from './shown-edits.ts'
import { shownSource } from './shown-source.ts'

/** As many values are looked for everywhere; all are hidden at their own places. */
const mostSecrets = 1000

/** As many further places as help. */
const mostRelated = 10

/** A diagnostic as reports show it. */
export interface ShownDiagnostic extends Omit<LocatedDiagnostic, 'fix'> {
  readonly fix?: (() => readonly ShownEdit[]) | undefined
}

/** What reports say of diagnostics: nothing secret, and no text without end. Every report is made of these. */
export function shownDiagnostics(
  diagnostics: readonly LocatedDiagnostic[],
  world: Pick<World, 'mask' | 'readText' | 'env'>,
): readonly ShownDiagnostic[] {
  if (diagnostics.length === 0) return []
  const mask = world.mask.and(secretsOf(diagnostics, world.mask).slice(0, mostSecrets))
  const words = remembered((text: string) => bounded(mask.hide(text)))
  const place = placesWithout(mask, diagnostics, world)
  return diagnostics.map(({ code, severity, message, path, why, hint, location, related, fix }) => ({
    code,
    severity,
    message: words(message),
    path: path.map((part) => (typeof part === 'string' ? words(part) : part)),
    why: why === undefined ? undefined : words(why),
    hint: hint === undefined ? undefined : words(hint),
    location: location && place(location),
    related: [
      ...related.slice(0, mostRelated).map((each) => ({
        message: words(each.message),
        location: each.location && place(each.location),
      })),
      ...(related.length > mostRelated ? [{ message: `… and ${related.length - mostRelated} more places` }] : []),
    ],
    ...(fix && { fix: () => shownEdits(fix(), mask, world) }),
  }))
}

/** What the diagnostics call secret, or quote and shows to be one: another of them may hold a key that was made of it. */
function secretsOf(diagnostics: readonly LocatedDiagnostic[], mask: Mask): readonly string[] {
  const texts = new Set(diagnostics.flatMap(({ message, location }) => [message, location?.sourceLine ?? '']))
  const called = diagnostics.flatMap(({ secret }) => secret ?? [])
  return [...new Set([...called, ...[...texts].flatMap(mask.literals)])]
}

/** Hides what is secret in the name and the line of a place. */
function placesWithout(
  mask: Mask,
  diagnostics: readonly LocatedDiagnostic[],
  world: Pick<World, 'readText' | 'env'>,
): (place: Place) => Place {
  const secrets = diagnostics.flatMap(({ secret, location }) => (secret !== undefined && location ? [location] : []))
  const open = remembered((file: string) => shownSource(file, secrets, mask, world))
  return (place) => ({ ...place, file: mask.hide(place.file), sourceLine: open(place.file)(place) })
}

/** The same answer to the same question, found once. */
function remembered<Answer>(find: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const answer = known.get(text) ?? find(text)
    known.set(text, answer)
    return answer
  }
}
