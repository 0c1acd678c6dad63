import type { Unsendable } from './unsendable.ts'

/** Deeper data is refused here; the agent's own limit is 10,000 levels. */
const deepest = 500

/** Values that contain themselves, or go on for too long: nothing else can be asked about them. */
export function findEndless(value: unknown): readonly Unsendable[] {
  const found: Unsendable[] = []
  descend(value, [], new Set(), found)
  return found
}

function descend(value: unknown, path: (string | number)[], ancestors: Set<object>, found: Unsendable[]): void {
  if (typeof value !== 'object' || value === null) return
  if (ancestors.has(value)) {
    found.push({ path: [...path], problem: 'cyclic', message: 'the value contains itself' })
  } else if (path.length > deepest) {
    found.push({ path: [...path], problem: 'too-deep', message: `the value is more than ${deepest} levels deep` })
  } else {
    ancestors.add(value)
    const isList = Array.isArray(value)
    for (const name of Object.keys(value)) {
      const item = (value as Readonly<Record<string, unknown>>)[name]
      if (typeof item !== 'object' || item === null) continue
      path.push(isList ? Number(name) : name)
      descend(item, path, ancestors, found)
      path.pop()
    }
    ancestors.delete(value)
  }
}
