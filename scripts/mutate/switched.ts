import type { Host, Mutation } from './mutations.ts'

interface Numbered extends Mutation {
  readonly id: number
}

/** A source that holds all its mutants: `isMutant(id)` tells at each place which one is on. */
export function switched(text: string, mutants: readonly Numbered[]): string {
  const byHost = new Map<string, { readonly host: Host; readonly group: Numbered[] }>()
  for (const mutant of mutants) {
    const { host } = mutant
    const key = `${host.start} ${host.end} ${host.isStatement}`
    if (!byHost.get(key)?.group.push(mutant)) byHost.set(key, { host, group: [mutant] })
  }
  const places = [...byHost.values()].toSorted(({ host: a }, { host: b }) => outermostFirst(a, b))
  let next = 0
  return between(0, text.length)

  function between(start: number, end: number): string {
    let out = ''
    let from = start
    for (let place = places[next]; place !== undefined && place.host.end <= end; place = places[next]) {
      next++
      const { host, group } = place
      out += text.slice(from, host.start) + choice(host, group, between(host.start, host.end))
      from = host.end
    }
    return out + text.slice(from, end)
  }

  function choice({ start, end, isStatement }: Host, group: readonly Numbered[], original: string): string {
    return group.reduceRight((other, mutant) => {
      const mutated = `${text.slice(start, mutant.start)}${mutant.after}${text.slice(mutant.end, end)}`
      return isStatement
        ? `{if (isMutant(${mutant.id})) {${mutated}} else {${other}}}`
        : `(isMutant(${mutant.id}) ? (${mutated}) : (${other}))`
    }, original)
  }
}

function outermostFirst(a: Host, b: Host): number {
  return a.start - b.start || b.end - a.end || Number(b.isStatement) - Number(a.isStatement)
}
