import { type ReadCondition, conditions } from '../../../attributes/conditions.ts'
import { looksLikeDeploy } from '../../../attributes/deploys.ts'
import { isGiven } from '../../../attributes/read-value.ts'
import type { ConditionComparison, ConditionNode } from '../../../condition/condition-node.ts'
import type { Graph, Node } from '../../../model/graph.ts'
import { stepName } from '../../../model/step-name.ts'
import { alwaysWaitsFor } from '../../../order/approvals.ts'
import type { Rule } from '../../rule.ts'

/** A deploy that the text of a commit decides, or the name of who wrote it. */
export const deployByMessage: Rule = {
  code: 'KW6030',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, comparison } of deployComparisons(graph)) {
      const variable = comparedVariable(comparison)
      const isAsked = comparison.operator !== '!=' && comparison.operator !== '!~'
      if (variable === undefined || !isAsked || !/^build\.(?:message|author\.|scm\.author\.)/.test(variable)) continue
      yield {
        node,
        path,
        span: comparison,
        message: `${variable} decides whether ${stepName(node.step)} runs`,
        why: 'whoever writes a commit writes its message and its author as they like',
        hint: 'put a block before it, and decide by the branch together with build.pull_request.id == null',
      }
    }
  },
}

/** A deploy from each branch whose name has the wanted one somewhere in it. */
export const deployByPartOfBranch: Rule = {
  code: 'KW6031',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, comparison } of deployComparisons(graph)) {
      const variable = comparedVariable(comparison)
      const { operator, right } = comparison
      if (operator !== '=~' || right.type !== 'regex' || !/^build\.(?:branch|tag)$/.test(variable ?? '')) continue
      if (/^\^|^\\A|\$$|\\[zZ]$|\.\*/.test(right.source)) continue
      yield {
        node,
        path,
        span: right,
        message: `${stepName(node.step)} runs on every ${variable === 'build.tag' ? 'tag' : 'branch'} with ${right.source} anywhere in its name`,
        why: `whoever may push can make one${/^[\w-]+$/.test(right.source) ? `: "not-${right.source}" is one` : ''}`,
        hint: `write /^${right.source}$/, or compare with ==`,
      }
    }
  },
}

/** A deploy that a name of a branch alone decides: that of a fork may have the same. */
export const deployByBranchAlone: Rule = {
  code: 'KW6032',
  severity: 'info',
  isOptional: true,
  *check(graph) {
    for (const { node, path, text, parts, problems } of deployConditions(graph)) {
      const names = parts.flatMap((part) => (part.type === 'variable' ? [part.name] : []))
      if (!names.includes('build.branch') || names.some((name) => name.startsWith('build.pull_request'))) continue
      yield {
        node,
        path,
        message: `the name of the branch alone decides whether ${stepName(node.step)} runs`,
        why: 'a pull request from a fork may come from a branch of the same name, where forks are built without a prefix',
        hint: 'add && build.pull_request.id == null',
        mend:
          problems.length === 0
            ? `${/\|\||\n/.test(text) ? `(${text.trim()})` : text} && build.pull_request.id == null`
            : undefined,
      }
    }
  },
}

/** A block before a deploy that everybody may continue who may build. */
export const approvalByAnybody: Rule = {
  code: 'KW6033',
  severity: 'info',
  isOptional: true,
  *check(graph) {
    const deploys = graph.nodes.filter(looksLikeDeploy)
    for (const block of graph.nodes) {
      if (block.kind !== 'block' || isGiven(block.attributes['allowed_teams'])) continue
      const deploy = deploys.find((step) => alwaysWaitsFor(graph, step, block))
      if (deploy === undefined) continue
      yield {
        node: block,
        path: [],
        message: `everybody who may start a build may let ${stepName(deploy.step)} go`,
        why: 'without allowed_teams, a block is continued by whoever has access to build the pipeline',
        hint: "add allowed_teams: ['…'] with the teams that may ship",
      }
    }
  },
}

function* deployConditions(graph: Graph): Iterable<ReadCondition & { readonly node: Node }> {
  for (const condition of conditions(graph)) {
    const { node, path } = condition
    if (node && path[0] === 'if' && looksLikeDeploy(node)) yield { ...condition, node }
  }
}

function* deployComparisons(graph: Graph): Iterable<ReadCondition & { node: Node; comparison: ConditionComparison }> {
  for (const condition of deployConditions(graph)) {
    for (const part of condition.parts) if (part.type === 'comparison') yield { ...condition, comparison: part }
  }
}

function comparedVariable({ left, right }: ConditionComparison): string | undefined {
  return [left, right].find((side: ConditionNode) => side.type === 'variable')?.name
}
