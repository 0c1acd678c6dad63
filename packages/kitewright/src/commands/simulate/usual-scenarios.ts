import type { Graph } from '@kitewright/core'
import type { FileScenario } from '../../simulation/scenario-schema.ts'

/** A scenario with its name. */
export interface NamedScenario {
  readonly name: string
  readonly scenario: FileScenario
}

/** What a reviewer asks of any pipeline: a pull request, the default branch, the same with every block continued, a tag, a failing test. */
export function usualScenarios(branch: string, graphs: readonly Graph[]): readonly NamedScenario[] {
  const nodes = graphs.flatMap((graph) => graph.nodes)
  const blocks = nodes.filter(({ kind }) => kind === 'block' || kind === 'input')
  const unblock = Object.fromEntries(blocks.map(({ key, id }) => [key ?? id, true as const]))
  const test = nodes.find(
    ({ kind, key, label }) => kind === 'command' && /test|spec|unit|lint|check/i.test(`${key} ${label}`),
  )
  const failing = test ?? nodes.find(({ kind }) => kind === 'command')
  const failed = failing && (failing.key ?? failing.id)
  return [
    {
      name: 'pull request',
      scenario: {
        build: { branch: 'feature', pull_request: { id: '1', base_branch: branch, draft: false, labels: [] } },
      },
    },
    { name: branch, scenario: { build: { branch } } },
    ...(blocks.length > 0 ? [{ name: `${branch}, unblocked`, scenario: { build: { branch }, unblock } }] : []),
    { name: 'tag', scenario: { build: { branch: 'v1.0.0', tag: 'v1.0.0' } } },
    ...(failed === undefined
      ? []
      : [{ name: `"${failed}" fails`, scenario: { build: { branch }, outcomes: { [failed]: 'failed' as const } } }]),
  ]
}
