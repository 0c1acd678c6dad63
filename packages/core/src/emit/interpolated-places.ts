import type { StepKind } from '../agent-decoding/decode-kind.ts'

/** The name of a field, or the index of a list item, from the pipeline or step downwards. */
export type WirePath = readonly (string | number)[]

const cacheFields = new Set<string | number | undefined>(['paths', 'name', 'size'])
const checkoutSettings = new Set<string | number | undefined>([
  'skip',
  'submodules',
  'ssh_secret',
  'commit_verification',
  'depth',
  'lfs',
  'sparse',
])

/** Whether the agent interpolates text at a place, a map's keys counting as the places of their values (upload.md §4.3). */
export function isInterpolatedPlace(kind: 'pipeline' | StepKind, path: WirePath): boolean {
  if (kind !== 'pipeline' && kind !== 'command') return true
  switch (path[0]) {
    case 'secrets':
      return false
    case 'checkout':
      return !checkoutSettings.has(path[1])
    case 'signature':
      return kind === 'pipeline'
    case 'cache':
      return kind === 'pipeline' || typeof path[1] !== 'string' || cacheFields.has(path[1])
    case 'matrix':
      return kind === 'pipeline' || path[1] !== 'adjustments' || path[3] !== 'skip'
    default:
      return true
  }
}
