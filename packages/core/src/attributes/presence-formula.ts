import { isInterpolated } from '@kitewright/schema'
import { type Formula, formulaOf, isValue, mayHold, passes, type Vocabulary } from '../condition/formula.ts'
import { parseCondition } from '../condition/parse-condition.ts'
import type { Graph, Node } from '../model/graph.ts'
import { branchPatterns, matchesBranch } from './branches.ts'
import { presenceConditions, type PresenceCondition, textOfCondition } from './presence.ts'
import { asListOfAny } from './read-value.ts'

/** Whether a build may have some steps and lack others, as far as their conditions tell. In doubt, true. */
export function mayBeTogether(
  { present, absent }: { readonly present: readonly Node[]; readonly absent: Node },
  graph: Pick<Graph, 'nodes'>,
): boolean {
  const words: Vocabulary = new Map()
  const there = present.flatMap((node) => formulas(node, graph, words))
  const gone = formulas(absent, graph, words)
  return mayHold((world) => there.every((formula) => formula(world)) && !gone.every((formula) => formula(world)), words)
}

function formulas(node: Node, graph: Pick<Graph, 'nodes'>, words: Vocabulary): readonly Formula[] {
  return presenceConditions(node, graph).map((condition) => formulaFor(condition, words))
}

function formulaFor(condition: PresenceCondition, words: Vocabulary): Formula {
  const { attribute, owner } = condition
  const value = owner.attributes[attribute]
  if (attribute === 'if' && typeof value === 'string') {
    const parsed = parseCondition(value)
    if ('node' in parsed) return formulaOf(parsed.node, value, words)
  }
  if (attribute === 'branches' && isPatterns(value)) return onBranches(value, words)
  return isValue(textOfCondition(condition), true, words)
}

function isPatterns(value: unknown): boolean {
  return !isInterpolated(value) && asListOfAny(value).every((item) => typeof item === 'string')
}

/** At least one of the patterns, if any is positive, and none behind a `!` (docs/spec/pipeline.md §4.4). */
function onBranches(branches: unknown, words: Vocabulary): Formula {
  const { positive, negative } = branchPatterns(branches)
  const wanted = positive.map((pattern) => onBranch(pattern, words))
  const unwanted = negative.map((pattern) => onBranch(pattern, words))
  return (world) =>
    (wanted.length === 0 || wanted.some((formula) => formula(world))) && !unwanted.some((formula) => formula(world))
}

const branch = 'build.branch'

function onBranch(pattern: string, words: Vocabulary): Formula {
  if (!pattern.includes('*')) return isValue(branch, pattern, words)
  return passes(branch, `branches: ${pattern}`, (name) => matchesBranch(pattern, name), words)
}
