import type { Graph, Node } from '@kitewright/core'
import {
  asListOfAny,
  branchPatterns,
  jobCount,
  matchesBranch,
  presenceConditions,
  textOfCondition,
} from '@kitewright/core/attributes'
import { foldCondition, parseCondition } from '@kitewright/core/condition'
import { isInterpolated } from '@kitewright/schema'
import { always, type Diagrams, never, type Ref } from './bdd.ts'
import { isAsked } from './changed-files.ts'
import type { Reads } from './reads.ts'
import type { UnspecifiedRules } from './unspecified.ts'

/** Where presence is asked. */
export interface PresenceQuestion {
  readonly graph: Graph
  readonly diagrams: Diagrams
  readonly reads: Reads
  readonly unspecified: UnspecifiedRules
  /** The files that have changed; undefined where they may be any. */
  readonly changedFiles?: readonly string[] | undefined
}

type Condition = ReturnType<typeof presenceConditions>[number]

/** When a build has a step: its own conditions and its group's (docs/spec/semantics.md §2). */
export function presence(node: Node, question: PresenceQuestion): Ref {
  const { graph, diagrams, unspecified } = question
  const { and, or } = diagrams
  const conditions = presenceConditions(node, graph)
  const own = conditions.filter(({ owner }) => owner === node)
  const ofGroup = conditions.filter(({ owner }) => owner !== node)
  const hasOwnIf = own.some(({ attribute }) => attribute === 'if')
  // Whether the condition of a group also counts for a step that has one is not documented (docs/spec/semantics.md §16).
  const [asked, others] = [ofGroup.filter(isIf), ofGroup.filter((condition) => !isIf(condition))]
  const groupIf = allOf(asked, question)
  const counted = hasOwnIf && asked.length > 0 ? or(groupIf, unspecified.isTaken('group_and_step_if', 'step')) : groupIf
  return and(runsAtAll(node, question), isKept(node, allOf(own, question), question), counted, allOf(others, question))
}

/** A step of no jobs is one that the build leaves out: `parallelism: 0`, a matrix of which every combination is skipped. */
function runsAtAll(node: Node, { reads }: PresenceQuestion): Ref {
  const { parallelism } = node.attributes
  if (isInterpolated(parallelism)) return reads.isValue(`parallelism of ${node.id} is not 0`, true)
  const isWork = node.kind === 'command' || node.kind === 'trigger'
  return isWork && jobCount(node) === 0 ? never : always
}

/** Whether a wait that its conditions leave out separates nothing is not documented (docs/spec/semantics.md §16). */
function isKept({ kind }: Node, own: Ref, { unspecified, diagrams }: PresenceQuestion): Ref {
  return kind === 'wait' && own !== always ? diagrams.or(own, unspecified.isTaken('absent_wait', 'barrier')) : own
}

function isIf({ attribute }: Condition): boolean {
  return attribute === 'if'
}

/** `if` and `branches` of one step: that both must hold is not documented (docs/spec/semantics.md §16). */
function allOf(conditions: readonly Condition[], question: PresenceQuestion): Ref {
  const { and, or } = question.diagrams
  const names = new Set(conditions.map(({ attribute }) => attribute))
  const isBoth = names.has('if') && names.has('branches')
  return and(
    ...conditions.map((condition) => {
      const formula = formulaFor(condition, question)
      if (!isBoth) return formula
      if (condition.attribute === 'if') return or(formula, question.unspecified.isTaken('if_and_branches', 'branches'))
      return condition.attribute === 'branches'
        ? or(formula, question.unspecified.isTaken('if_and_branches', 'if'))
        : formula
    }),
  )
}

function formulaFor(condition: Condition, question: PresenceQuestion): Ref {
  const { attribute, owner } = condition
  const { reads, diagrams, changedFiles } = question
  const value = owner.attributes[attribute]
  if (attribute === 'skip' && !isInterpolated(value)) return never
  if (attribute === 'if_changed' && changedFiles !== undefined)
    return changedFiles.some((file) => isAsked(value, file)) ? always : never
  if (attribute === 'if' && typeof value === 'string') {
    // Whether a blank condition is one is not documented (docs/spec/semantics.md §16).
    if (value.trim() === '') return diagrams.not(question.unspecified.isTaken('blank_if', 'false'))
    const parsed = parseCondition(value)
    if ('node' in parsed) {
      const { not, and, or } = diagrams
      return foldCondition(parsed.node, value, {
        constant: (holds) => (holds ? always : never),
        not,
        and: (operands) => and(...operands),
        or: (operands) => or(...operands),
        ...reads,
      })
    }
  }
  if (attribute === 'branches' && asListOfAny(value).every((item) => typeof item === 'string'))
    return onBranches(value, question)
  return reads.isValue(textOfCondition(condition), true)
}

/** Whether all items of a list must match is not documented: both are taken (docs/spec/semantics.md §16). */
function onBranches(branches: unknown, question: PresenceQuestion): Ref {
  const items = asListOfAny(branches)
  const { and, or, not } = question.diagrams
  const asOne = matching(branches, question)
  if (items.length < 2) return asOne
  const asksAll = question.unspecified.isTaken('branches_list', 'all')
  return or(and(not(asksAll), asOne), and(asksAll, ...items.map((item) => matching(item, question))))
}

function matching(branches: unknown, { reads, diagrams }: PresenceQuestion): Ref {
  const { and, or, not } = diagrams
  const { positive, negative } = branchPatterns(branches)
  const one = (pattern: string): Ref =>
    pattern.includes('*')
      ? reads.passes('build.branch', `branches: ${pattern}`, (branch) => matchesBranch(pattern, branch))
      : reads.isValue('build.branch', pattern)
  const isAsked = positive.length === 0 ? always : or(...positive.map(one))
  return and(isAsked, ...negative.map((pattern) => not(one(pattern))))
}
