import type { Stretch } from '../world/world.ts'
import { type Anchor, anchorLength, type WrittenForm } from './written-forms.ts'

/**
 * Finds many forms in a text: a pipeline may have thousands of secrets, and texts are many. A form is tried only where its
 * rarest part stands, so that the time grows with the text and what it holds.
 */
export function formIndex(forms: readonly WrittenForm[]): (text: string) => readonly Stretch[] {
  const counts = new Map<string, number>()
  const count = ({ text }: Anchor): number => counts.get(text) ?? 0
  for (const anchor of forms.flatMap(({ anchors }) => anchors)) counts.set(anchor.text, count(anchor) + 1)
  const always: WrittenForm[] = []
  const anchored = new Map<string, ((text: string, index: number) => Stretch | undefined)[]>()
  for (const form of forms) {
    // The one that fewest others have: many begin alike.
    const [anchor] = form.anchors.toSorted((one, other) => count(one) - count(other))
    if (anchor === undefined) always.push(form)
    else {
      const others = anchored.get(anchor.text) ?? []
      others.push((text, index) => form.findAround(anchor, text, index))
      anchored.set(anchor.text, others)
    }
  }
  return (text) => {
    const found = always.flatMap((form) => form.findIn(text))
    if (anchored.size === 0) return found
    for (let index = 0; index + anchorLength <= text.length; index++) {
      for (const find of anchored.get(text.slice(index, index + anchorLength)) ?? []) {
        const stretch = find(text, index)
        if (stretch !== undefined) found.push(stretch)
      }
    }
    return found
  }
}
