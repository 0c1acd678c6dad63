import { anchorLength, type WrittenForm } from './written-forms.ts'

/** Finds, of many forms, those that a text may hold: a pipeline may have thousands of secrets, and texts are many. */
export function formIndex(forms: readonly WrittenForm[]): (text: string) => readonly RegExp[] {
  const counts = new Map<string, number>()
  for (const anchor of forms.flatMap(({ anchors }) => anchors)) counts.set(anchor, (counts.get(anchor) ?? 0) + 1)
  const always: WrittenForm[] = []
  const anchored = new Map<string, WrittenForm[]>()
  for (const form of forms) {
    // The one that fewest others have: many begin alike.
    const [anchor] = form.anchors.toSorted((one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0))
    if (anchor === undefined) always.push(form)
    else anchored.set(anchor, [...(anchored.get(anchor) ?? []), form])
  }
  return (text) => {
    const found = new Set(always)
    if (anchored.size > 0) {
      for (let index = 0; index + anchorLength <= text.length; index++)
        for (const form of anchored.get(text.slice(index, index + anchorLength)) ?? []) found.add(form)
    }
    return [...found].map(({ pattern }) => pattern())
  }
}
