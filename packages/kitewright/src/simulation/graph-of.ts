import {
  type BuildContext,
  compile,
  type Definition,
  evaluatePipeline,
  type Graph,
  type Pipeline,
} from '@kitewright/core'
import { InvalidPipeline } from '../invalid-pipeline.ts'

/** The graph of a pipeline for one build, or a promise of it where its function is async. */
export function graphFor(pipeline: Pipeline, context: BuildContext): Graph | Promise<Graph> {
  const definition = evaluatePipeline(pipeline, context)
  return definition instanceof Promise ? definition.then(checked) : checked(definition)
}

/** @throws InvalidPipeline */
function checked(definition: Definition): Graph {
  const { graph, diagnostics } = compile(definition)
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new InvalidPipeline(diagnostics)
  return graph
}
