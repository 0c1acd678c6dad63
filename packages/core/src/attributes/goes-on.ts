import type { Node } from '../model/graph.ts'
import { asMap, isOn } from './read-value.ts'

/** Whether a wait lets the steps after it run even if steps before it failed, as it says itself or in its map. */
export function goesOnAfterFailure({ kind, attributes }: Pick<Node, 'kind' | 'attributes'>): boolean {
  const { continue_on_failure: own, wait } = attributes
  return kind === 'wait' && (isOn(own) || isOn(asMap(wait)['continue_on_failure']))
}
