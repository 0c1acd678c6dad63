import type { Outline } from './outline.ts'
import type { Rule } from './rule.ts'
import { mayHoldSecret } from './secret-text.ts'

/** Rules about one thing: loaded and asked only of pipelines that have it. */
export interface RuleSet {
  /** Whether a pipeline has anything that the rules are about. In doubt, yes. */
  readonly concerns: (outline: Outline) => boolean
  readonly load: () => Promise<{ readonly rules: readonly Rule[] }>
}

/** Every rule. Adding one touches its file, its catalogue page and its set. */
export const ruleSets: readonly RuleSet[] = [
  {
    concerns: ({ has, nodes }) => has('matrix', 'parallelism') || nodes.length > 500,
    load: () => import('./rule-sets/limits.ts'),
  },
  {
    concerns: ({ has, text }) => has('matrix') || text.includes('{{'),
    load: () => import('./rule-sets/matrix.ts'),
  },
  {
    concerns: ({ has, nodes }) => has('soft_fail') || (has('retry') && nodes.some(isRetriedInSeveralWays)),
    load: () => import('./rule-sets/failures.ts'),
  },
  { concerns: ({ has }) => has('cache'), load: () => import('./rule-sets/cache.ts') },
  {
    concerns: ({ has }) => has('concurrency', 'concurrency_group', 'concurrency_method'),
    load: () => import('./rule-sets/concurrency.ts'),
  },
  { concerns: ({ has }) => has('fields'), load: () => import('./rule-sets/forms.ts') },
  { concerns: ({ has }) => has('branches', 'if_changed'), load: () => import('./rule-sets/selection.ts') },
  { concerns: ({ has }) => has('if', 'notify'), load: () => import('./rule-sets/conditions.ts') },
  { concerns: ({ has }) => has('wait', 'block'), load: () => import('./rule-sets/order.ts') },
  { concerns: ({ has }) => has('gates'), load: () => import('./rule-sets/gates.ts') },
  {
    concerns: ({ has, nodes }) => has('if', 'branches', 'if_changed') || nodes.some(waitsForSeveral),
    load: () => import('./rule-sets/dependencies.ts'),
  },
  { concerns: ({ text }) => text.includes('$'), load: () => import('./rule-sets/dollars.ts') },
  // An outline is of plain data alone.
  { concerns: () => false, load: () => import('./rule-sets/expressions.ts') },
  {
    concerns: ({ has, text }) => has('secrets') || mayHoldSecret(text),
    load: () => import('./rule-sets/secrets.ts'),
  },
  { concerns: ({ has }) => has('plugins'), load: () => import('./rule-sets/plugins.ts') },
  { concerns: () => false, load: () => import('./rule-sets/policy.ts') },
]

function isRetriedInSeveralWays({ attributes: { retry } }: Outline['nodes'][number]): boolean {
  if (typeof retry !== 'object' || retry === null) return false
  const { automatic, manual } = retry as { readonly automatic?: unknown; readonly manual?: unknown }
  return manual !== undefined || (Array.isArray(automatic) && automatic.length > 1)
}

function waitsForSeveral({ edges }: Outline['nodes'][number]): boolean {
  return edges !== undefined && edges.length > 1
}
