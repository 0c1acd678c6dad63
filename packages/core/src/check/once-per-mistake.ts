import type { Found } from './permit.ts'
import type { Finding } from './rule.ts'

/** How many of the other places are named. */
const shownPlaces = 5

/** Puts findings that are one mistake together, at the first place, with how many there are. */
export function oncePerMistake(found: readonly Found[]): readonly Found[] {
  const places = new Map<string, [Found, ...Found[]]>()
  for (const [index, one] of found.entries()) {
    const { mistake = `#${index}` } = one.finding
    const name = `${one.rule.code} ${mistake}`
    const same = places.get(name)
    if (same) same.push(one)
    else places.set(name, [one])
  }
  return Array.from(places.values(), ([first, ...others]) =>
    others.length === 0 ? first : { ...first, finding: together(first.finding, others) },
  )
}

function together(first: Finding, others: readonly Found[]): Finding {
  const steps = new Set([first.node, ...others.map(({ finding }) => finding.node)]).size
  const count = steps > 1 ? `${steps} steps` : `${others.length + 1} places`
  const related = others
    .slice(0, shownPlaces)
    .flatMap(({ finding: { node, path, target } }) =>
      node === undefined ? [] : [{ message: 'the same here', origin: { trace: node.trace, path, target } }],
    )
  return {
    ...first,
    message: `${first.message} (${count})`,
    related: [...(first.related ?? []), ...related],
    alike: others.map(({ finding }) => finding),
  }
}
