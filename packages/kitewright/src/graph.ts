import { compile, evaluatePipeline, givenContext, type GivenContext, type Pipeline } from '@kitewright/core'
import { graphJson } from '@kitewright/core/graph'
import type { GraphJson } from '@kitewright/schema'

export type { GivenContext } from '@kitewright/core'
export type { GraphEdge, GraphGate, GraphJson, GraphNode, GraphPrerequisite, GraphReference } from '@kitewright/schema'

/**
 * The steps of a pipeline for one build, and what each of them waits for, as plain data: for drawing it, comparing it, or
 * looking into it with other programs. Its form is `schemas/graph.schema.json` of this package.
 *
 * @param given The build: `main`, started by nobody in particular, with everything affected, unless given.
 * @throws An error that tells what is wrong with the pipeline, where it has errors; and whatever the author's function throws.
 * @example
 * const { nodes } = await graphOf(pipeline, { build: { branch: 'feature/x' } })
 * nodes.map(({ id, waitsFor }) => [id, waitsFor.map(({ step }) => step)])
 */
export async function graphOf(pipeline: Pipeline, given: GivenContext = {}): Promise<GraphJson> {
  const { graph, diagnostics } = compile(await evaluatePipeline(pipeline, givenContext(given)))
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return graphJson(graph)
  const told = errors.map(
    ({ code, path, message }) => `error[${code}] at ${path.join('.') || 'the pipeline'}: ${message}`,
  )
  throw new Error(`the pipeline has errors:\n${told.join('\n')}`)
}
