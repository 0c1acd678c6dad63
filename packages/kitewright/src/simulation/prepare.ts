import { givenContext, type GivenContext, type Graph, type Pipeline } from '@kitewright/core'
import { parseDuration, type SimulatedBuild, type UploadedGraph } from '@kitewright/scheduler'
import { checkKeys } from './check-keys.ts'
import { graphFor } from './graph-of.ts'
import type { BuildOfSeveral, ChildOfStep, OwnScenario, UploadOfStep, UploadsOfStep } from './scenario.ts'
import { whenAll } from './when-all.ts'

/** Makes the graphs of a build and of all that it uploads; a promise where a function of an author is async. */
export function prepare(build: BuildOfSeveral, number: number): SimulatedBuild | Promise<SimulatedBuild> {
  const { pipeline, scenario = {}, at = 0, id = String(number + 1) } = build
  const milliseconds = parseDuration(at)
  if (milliseconds === undefined) throw new Error(`"${at}" is not a duration: write seconds, or a text such as "5m"`)
  const context = givenContext(scenario)
  const uploads = Object.entries<UploadsOfStep>(scenario.uploads ?? {}).flatMap(([key, given]) =>
    asList(given).map((upload) => ({ key, ...asUpload(upload) })),
  )
  const graphs = [pipeline, ...uploads.map((upload) => upload.pipeline)].map((one) => graphFor(one, context))
  return whenAll(graphs, ([graph, ...uploaded]) => {
    checkKeys([graph as Graph, ...uploaded], scenario)
    const byKey = new Map<string, UploadedGraph[]>()
    for (const [index, { key, replace }] of uploads.entries())
      byKey.set(key, [...(byKey.get(key) ?? []), { graph: uploaded[index] as Graph, replace }])
    return {
      id,
      pipeline,
      at: milliseconds,
      graph: graph as Graph,
      context,
      scenario,
      uploads: byKey,
      children: childrenOf(scenario),
    }
  })
}

function asList<Value>(given: Value | readonly Value[]): readonly Value[] {
  return Array.isArray(given) ? (given as readonly Value[]) : [given as Value]
}

function asUpload(given: Pipeline | UploadOfStep): UploadOfStep {
  return 'pipeline' in given ? given : { pipeline: given }
}

/** The builds that trigger steps start: of the branch, commit, message and environment that the step says. */
function childrenOf({ pipelines = {} }: OwnScenario): SimulatedBuild['children'] {
  return new Map(
    Object.entries(pipelines).map(([slug, given]) => {
      const { pipeline, scenario = {} }: ChildOfStep = 'pipeline' in given ? given : { pipeline: given }
      return [
        slug,
        (wanted) => {
          const prepared = prepare({ pipeline, scenario: { ...scenario, ...contextOf(slug, wanted, scenario) } }, 0)
          if (prepared instanceof Promise)
            throw new Error(`the function of the pipeline "${slug}" is async, and a trigger step cannot wait for it`)
          return prepared
        },
      ]
    }),
  )
}

function contextOf(slug: string, wanted: unknown, given: GivenContext): GivenContext {
  const { branch, commit, message, env } = Object(wanted) as Readonly<Record<string, unknown>>
  const texts = Object.entries({ branch, commit, message }).filter(([, value]) => typeof value === 'string')
  const variables = Object.entries(Object(env) as object).map(([name, value]) => [name, String(value)])
  return {
    build: { source: 'trigger_job', ...Object.fromEntries(texts), ...given.build },
    pipeline: { slug, ...given.pipeline },
    env: { ...Object.fromEntries(variables), ...given.env },
  }
}
