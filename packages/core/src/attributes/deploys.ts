import type { Node } from '../model/graph.ts'

/** Whether a step, by its name, changes what others use: such steps are held to more. */
export function looksLikeDeploy(node: Node): boolean {
  return isNamed(node, 'deploy|rollout|promote') || looksLikePublish(node)
}

/** Whether a step, by its name, puts something where others find it. */
export function looksLikePublish(node: Node): boolean {
  return isNamed(node, 'publish')
}

function isNamed({ kind, key = '' }: Node, words: string): boolean {
  return kind === 'command' && new RegExp(`(?:^|[^a-z0-9])(?:${words})(?:[^a-z0-9]|$)`, 'i').test(key)
}
