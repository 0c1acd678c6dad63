import {
  compile,
  type Definition,
  evaluatePipeline,
  givenContext,
  type GivenContext,
  type Pipeline,
} from '@kitewright/core'
import { emitYaml } from '@kitewright/core/emit-yaml'
import { InvalidPipeline } from '../invalid-pipeline.ts'

/**
 * The YAML of a pipeline for a build, as `kitewright render` prints it; a promise where its function is async.
 *
 * @throws InvalidPipeline
 */
export function pipelineText(pipeline: Pipeline, given: GivenContext = {}): string | Promise<string> {
  const definition = evaluatePipeline(pipeline, givenContext(given))
  return definition instanceof Promise ? definition.then(textOf) : textOf(definition)
}

function textOf(definition: Definition): string {
  const { wire, diagnostics } = compile(definition)
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new InvalidPipeline(diagnostics)
  return emitYaml(wire)
}
