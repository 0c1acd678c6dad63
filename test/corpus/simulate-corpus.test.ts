import { beforeAll, expect, test } from 'vitest'
import { givenContext, type GivenContext, type Graph, readBuildContext } from '@kitewright/core'
import { type BuildScenario, type SharedScenario, simulateGraphs, type Timeline } from '@kitewright/scheduler'
import { compileFile } from '../../packages/kitewright/src/pipeline/compile-file.ts'
import { describeCorpus } from './corpus.ts'
import { filesOf } from './files-of.ts'

type Scenario = GivenContext & BuildScenario & SharedScenario

/** Six builds of each pipeline; where they speak of steps, of the first command or of every block. */
const scenarios: Readonly<Record<string, (graph: Graph) => Scenario>> = {
  main: () => ({}),
  'a pull request': () => ({
    build: { branch: 'x', pull_request: { id: '1', draft: false, labels: [], base_branch: 'main' } },
  }),
  'a tag': () => ({ build: { branch: 'v1.0.0', tag: 'v1.0.0' } }),
  'everything unblocked, with few agents': (graph) => ({
    unblock: Object.fromEntries(keysOf(graph, 'block', 'input').map((key) => [key, true as const])),
    agents: 3,
  }),
  'the first command fails': (graph) => ({
    outcomes: Object.fromEntries(
      keysOf(graph, 'command')
        .slice(0, 1)
        .map((key) => [key, 'failed' as const]),
    ),
  }),
  'nothing changed, and canceled after a minute and a half': () => ({ changedFiles: [], cancel: [{ at: 90 }] }),
}

function keysOf({ nodes }: Graph, ...kinds: readonly string[]): readonly string[] {
  return nodes.filter(({ kind }) => kinds.includes(kind)).map(({ key, id }) => key ?? id)
}

/** Steps that have neither ended nor wait for a person, an agent or a slot, and do not say so. */
function unexplained({ builds: [build] }: Timeline): readonly string[] {
  const steps = build?.steps ?? []
  const isStopped = ['scheduled', 'running', 'failing', 'creating'].includes(build?.state ?? '')
  return [
    ...(isStopped ? [`the build is ${build?.state}`] : []),
    ...steps
      .filter(({ why }) => !/^(?:passed|failed|timed out|skipped|left out|canceled|not started)/.test(why))
      .map(({ why }) => why),
    ...steps.filter(({ why }) => why.includes('undefined')).map(({ why }) => why),
  ]
}

describeCorpus('real pipelines', (corpus) => {
  const graphs: { readonly name: string; readonly graph: Graph }[] = []

  beforeAll(async () => {
    const context = readBuildContext({ env: {}, changedFiles: () => undefined })
    for (const { name, text } of corpus) {
      const { compilations } = await compileFile(name, context, filesOf(text))
      const sound = compilations.filter(({ diagnostics }) => diagnostics.every(({ severity }) => severity !== 'error'))
      for (const { graph } of sound) graphs.push({ name, graph })
    }
  }, 120_000)

  test.each(Object.entries(scenarios))('are simulated to an end that they explain: %s', (_, scenarioOf) => {
    const stopped = graphs.flatMap(({ name, graph }) => {
      const scenario = scenarioOf(graph)
      const context = givenContext(scenario)
      const { agents, choices, ...own } = scenario
      const timeline = simulateGraphs([{ id: '1', graph, context, scenario: own }], { agents, choices })
      return unexplained(timeline).map((what) => `${name}: ${what}`)
    })
    expect(stopped).toEqual([])
    expect(graphs.length).toBeGreaterThan(300)
  })
})
