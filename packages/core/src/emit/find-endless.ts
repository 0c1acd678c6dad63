import type { Unsendable } from './unsendable.ts'

/** The agent's own limit is 10,000 levels. */
const maxDepth = 500

/** Values that contain themselves or are nested too deep: nothing else can be asked about such a pipeline. */
export function findEndless(value: unknown): readonly Unsendable[] {
  const found: Unsendable[] = []
  descend(value, [], new Set(), found)
  return found
}

function descend(value: unknown, path: (string | number)[], ancestors: Set<object>, found: Unsendable[]): void {
  if (typeof value !== 'object' || value === null) return
  if (ancestors.has(value)) {
    found.push({ path: [...path], problem: 'cyclic', message: 'the value contains itself' })
  } else if (path.length > maxDepth) {
    found.push({ path: [...path], problem: 'too-deep', message: `the value is more than ${maxDepth} levels deep` })
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
