import type { Node } from '../model/graph.ts'

/** Whether a step, by its name, changes what others use: such steps are held to more. */
export function looksLikeDeploy({ kind, key }: Node): boolean {
  return kind === 'command' && /(?:^|-)(?:deploy|rollout|promote|publish)(?:-|$)/.test(key ?? '')
}
