import { asListOfAny, asMap } from './read-value.ts'

/** The queue that agents of these tags serve, from every form of `agents` (docs/spec/pipeline.md §4.11). */
export function queueOf(agents: unknown): string | undefined {
  const { queue } = asMap(agents)
  if (queue !== undefined && queue !== null) return String(queue)
  const tags = asListOfAny(agents).filter((tag): tag is string => typeof tag === 'string')
  return tags.find((tag) => tag.startsWith('queue='))?.slice('queue='.length)
}
