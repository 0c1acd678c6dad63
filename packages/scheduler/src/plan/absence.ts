import type { BuildContext, Node } from '@kitewright/core'
import { asListOfAny, changedGlobs, isGiven, isOn, matchesBranches } from '@kitewright/core/attributes'
import {
  type ConditionContext,
  type ConditionNode,
  evaluateCondition,
  parseCondition,
} from '@kitewright/core/condition'
import { matchGlob } from '@kitewright/core'
import type { ChoiceName, Choices } from '../choices.ts'
import type { Reason } from '../reason.ts'

/** What tells whether a build has a step. */
export interface AbsenceQuestion {
  readonly context: BuildContext
  readonly condition: ConditionContext
  readonly choices: Choices
  readonly touch: (name: ChoiceName) => void
  /** A value as the agent sends it. */
  readonly fill: (value: unknown) => unknown
}

/** Why a build leaves a step out, of its own attributes alone (docs/spec/semantics.md §2). Returns undefined if it has it. */
export function absence(node: Node, question: AbsenceQuestion): Reason | undefined {
  const { attributes } = node
  const { fill, choices, touch } = question
  const skip = byChangedFiles(attributes['if_changed'], question) ?? bySkip(fill(attributes['skip']))
  if (skip !== undefined) return skip
  const isBoth = isGiven(attributes['if']) && isGiven(attributes['branches'])
  if (isBoth) touch('if_and_branches')
  const [asksBranches, asksIf] = isBoth
    ? [choices.if_and_branches !== 'if', choices.if_and_branches !== 'branches']
    : [true, true]
  return (
    (asksBranches ? byBranch(fill(attributes['branches']), question) : undefined) ??
    (asksIf ? byCondition(fill(attributes['if']), question) : undefined)
  )
}

function bySkip(skip: unknown): Reason | undefined {
  if (isOn(skip)) return { code: 'skip' }
  return typeof skip === 'string' && skip !== '' && skip !== 'false' ? { code: 'skip', text: skip } : undefined
}

/** The step stays if some changed file is none of `exclude` and one of `include` (docs/spec/upload.md §5). */
function byChangedFiles(changed: unknown, { context, fill }: AbsenceQuestion): Reason | undefined {
  const filled = fill(changed)
  // Where nobody knows what changed, everything is affected, even by no pattern at all.
  if (!isGiven(filled) || context.affects()) return undefined
  const { changedFiles = [] } = context
  const globs = [...changedGlobs(filled)]
  const excluding = globs.filter(({ path }) => path[1] === 'exclude').map(({ glob }) => glob)
  const including = globs.filter(({ path }) => path[1] !== 'exclude').map(({ glob }) => glob)
  const stays = changedFiles.some((file) => !isOneOf(file, excluding) && isOneOf(file, including))
  return stays ? undefined : { code: 'if_changed', globs: including }
}

function isOneOf(file: string, globs: readonly string[]): boolean {
  return globs.some((glob) => matchGlob(glob, file) ?? true)
}

function byBranch(branches: unknown, { context, choices, touch }: AbsenceQuestion): Reason | undefined {
  if (!isGiven(branches)) return undefined
  const { branch } = context.build
  const items = asListOfAny(branches)
  if (items.length > 1) touch('branches_list')
  const matches =
    choices.branches_list === 'all'
      ? items.every((item) => matchesBranches(item, branch))
      : matchesBranches(branches, branch)
  return matches ? undefined : { code: 'branch_mismatch', branches: items.join(' '), branch }
}

function byCondition(text: unknown, { condition, choices, touch }: AbsenceQuestion): Reason | undefined {
  if (typeof text !== 'string') return undefined
  if (text.trim() === '') {
    touch('blank_if')
    return choices.blank_if === 'absent' ? undefined : { code: 'conditional_failed', condition: text, values: {} }
  }
  const result = evaluateCondition(text, condition)
  if ('value' in result) {
    return result.value ? undefined : { code: 'conditional_failed', condition: text, values: valuesOf(text, condition) }
  }
  touch('condition_not_evaluated')
  if (choices.condition_not_evaluated === 'run') return undefined
  return { code: 'conditional_failed', condition: text, values: valuesOf(text, condition), message: result.message }
}

/** The variables that a condition reads, with their values in this build. */
function valuesOf(text: string, context: ConditionContext): Readonly<Record<string, unknown>> {
  const parsed = parseCondition(text)
  return 'node' in parsed ? Object.fromEntries(read(parsed.node, context)) : {}
}

function* read(node: ConditionNode, context: ConditionContext): Iterable<readonly [string, unknown]> {
  if (node.type === 'variable') yield [node.name, context.variables[node.name] ?? null]
  if (node.type === 'call') {
    const [name] = node.arguments
    const [text] = name?.type === 'string' ? name.parts : []
    if (typeof text === 'string') yield [`${node.name}("${text}")`, context.env?.[text] ?? null]
  }
  for (const part of Object.values(node)) {
    for (const inside of asListOfAny(part)) if (isNode(inside)) yield* read(inside, context)
  }
}

function isNode(value: unknown): value is ConditionNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}
