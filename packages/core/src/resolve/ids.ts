import { slug } from '../model/slug.ts'
import { whatItRuns } from '../model/step-name.ts'
import type { FlatStep } from './flatten.ts'
import type { StepKey } from './keys.ts'

/** The identity of each step: see `Node.id`. */
export function idsOf(steps: readonly FlatStep[], keys: readonly StepKey[]): readonly string[] {
  const taken = new Set<string>()
  const ids: string[] = []
  const give = (index: number, id: string): void => {
    ids[index] = id
    taken.add(id)
  }
  // A key that was written wins over the key of a label.
  for (const isAuthored of [true, false])
    for (const { index } of steps) {
      const { name, authored } = keys[index] as StepKey
      if (name && (authored !== undefined) === isAuthored && !taken.has(name)) give(index, name)
    }
  const counts = new Map<string, number>()
  for (const step of steps) {
    if (ids[step.index] !== undefined) continue
    const { name } = keys[step.index] as StepKey
    // The first of equal keys has no number.
    const start = name ? 1 : 0
    const base = name || describedBy(step, ids)
    let count = counts.get(base) ?? start
    do count++
    while (taken.has(`${base}#${count}`))
    counts.set(base, count)
    give(step.index, `${base}#${count}`)
  }
  return ids
}

/** Where a step without key and label stands, and what it does. */
function describedBy({ kind, step, group }: FlatStep, ids: readonly string[]): string {
  return [group === undefined ? '' : ids[group], kind, slug(whatItRuns(step) ?? '')].filter(Boolean).join('/')
}
