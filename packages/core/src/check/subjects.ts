import { jobsPerUpload } from '../attributes/limits.ts'
import type { Outline } from './outline.ts'
import { mayHoldSecret } from '../attributes/secrets.ts'

/** What rules are about. */
export type Subject =
  | 'limits'
  | 'matrix'
  | 'failures'
  | 'cache'
  | 'concurrency'
  | 'forms'
  | 'selection'
  | 'conditions'
  | 'order'
  | 'gates'
  | 'dependencies'
  | 'dollars'
  | 'expressions'
  | 'secrets'
  | 'plugins'
  | 'policy'

/** Whether a pipeline has anything that rules are about: other rules are not asked. In doubt, yes. */
export const subjects: { readonly [subject in Subject]: (outline: Outline) => boolean } = {
  /** How many jobs there are. */
  limits: ({ has, nodes }) => has('matrix', 'parallelism') || nodes.length > jobsPerUpload,
  /** A matrix, and the tokens that stand for its values. */
  matrix: ({ has, text }) => has('matrix') || text.includes('{{'),
  /** What a failure does: retries, and failures that are forgiven. */
  failures: ({ has, nodes }) => has('soft_fail') || (has('retry') && nodes.some(isRetriedInSeveralWays)),
  cache: ({ has }) => has('cache'),
  concurrency: ({ has }) => has('concurrency', 'concurrency_group', 'concurrency_method'),
  /** The fields of a block or input. */
  forms: ({ has }) => has('fields'),
  /** Branches and changed files, which select the builds that a step is in. */
  selection: ({ has }) => has('branches', 'if_changed'),
  /** The language of `if`. */
  conditions: ({ has }) => has('if', 'notify'),
  /** The order that waits and blocks make. */
  order: ({ has }) => has('wait', 'block'),
  /** Which steps must never start without which approval. */
  gates: ({ has }) => has('gates'),
  /** What several dependencies come to together. */
  dependencies: ({ has, nodes }) => has('if', 'branches', 'if_changed') || nodes.some(waitsForSeveral),
  /** Literal text that looks like a variable. */
  dollars: ({ text }) => text.includes('$'),
  /** What the uploading agent is to fill in. */
  expressions: ({ hasExpressions }) => hasExpressions,
  /** Secrets that are named, and those that are written out. */
  secrets: ({ has, text }) => has('secrets') || mayHoldSecret(text),
  plugins: ({ has }) => has('plugins'),
  /** Where taste decides: asked only of those who want it. */
  policy: () => false,
}

/** All of them, where nothing is known of the pipeline. */
export const allSubjects: readonly Subject[] = Object.keys(subjects) as Subject[]

function isRetriedInSeveralWays({ attributes: { retry } }: Outline['nodes'][number]): boolean {
  if (typeof retry !== 'object' || retry === null) return false
  const { automatic, manual } = retry as { readonly automatic?: unknown; readonly manual?: unknown }
  return manual !== undefined || (Array.isArray(automatic) && automatic.length > 1)
}

function waitsForSeveral({ edges }: Outline['nodes'][number]): boolean {
  return edges !== undefined && edges.length > 1
}
