import type { Path } from '@kitewright/schema'
import type { Graph, Node } from '../model/graph.ts'
import { plainData } from './plain-data.ts'
import { asListOfAny, asMap, isGiven } from './read-value.ts'

/** What may keep a step out of a build, as Buildkite and its agent ask it (docs/spec/semantics.md §2). */
const selecting = ['if', 'branches', 'if_changed', 'skip'] as const

/** One condition of being in a build. A step has its own and its group's, and all must hold. */
export interface PresenceCondition {
  readonly attribute: (typeof selecting)[number]
  /** The step, or the group around it. */
  readonly owner: Node
}

/** The conditions of being in a build; empty for a step that is in every build. */
export function presenceConditions(node: Node, { nodes }: Pick<Graph, 'nodes'>): readonly PresenceCondition[] {
  const group = node.group === undefined ? undefined : nodes[node.group]
  return group === undefined ? ownConditions(node) : [...ownConditions(node), ...ownConditions(group)]
}

function ownConditions(owner: Node): readonly PresenceCondition[] {
  const { attributes } = owner
  return selecting
    .filter((attribute) => (attribute === 'skip' ? skips(attributes['skip']) : isGiven(attributes[attribute])))
    .map((attribute) => ({ attribute, owner }))
}

function skips(skip: unknown): boolean {
  return isGiven(skip) && skip !== false && skip !== ''
}

/** Whether a build may leave a step out. */
export function mayBeAbsent(node: Node, graph: Pick<Graph, 'nodes'>): boolean {
  return presenceConditions(node, graph).length > 0
}

/** A text that is equal for equal conditions. */
export function textOfCondition({ attribute, owner }: PresenceCondition): string {
  return JSON.stringify([attribute, plainData(owner.attributes[attribute])])
}

/** A pattern of `if_changed` with its place. */
export interface ChangedGlob {
  readonly glob: string
  readonly path: Path
}

/** The patterns of every form of `if_changed`: one, a list, or `include` and `exclude` (docs/spec/pipeline.md §4.9). */
export function* changedGlobs(changed: unknown): Iterable<ChangedGlob> {
  if (typeof changed === 'string' || Array.isArray(changed)) return yield* globs(changed, ['if_changed'])
  const { include, exclude } = asMap(changed)
  yield* globs(include, ['if_changed', 'include'])
  yield* globs(exclude, ['if_changed', 'exclude'])
}

function* globs(value: unknown, path: Path): Iterable<ChangedGlob> {
  for (const [index, glob] of asListOfAny(value).entries())
    if (typeof glob === 'string') yield { glob, path: Array.isArray(value) ? [...path, index] : path }
}
