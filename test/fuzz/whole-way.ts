import { compile, givenContext, type Graph } from '@kitewright/core'
import { emitJson } from '@kitewright/core/emit-json'
import { emitYaml } from '@kitewright/core/emit-yaml'
import { defineParsed, importPipeline, wireParsed } from '@kitewright/core/import'
import { usualContexts } from '@kitewright/prover'
import { simulateGraphs } from '@kitewright/scheduler'
import { inferGates } from '../../packages/kitewright/src/proof/infer-gates.ts'
import { runText } from '../../packages/kitewright/src/pipeline/run-text.ts'
import { parsePipeline } from '@kitewright/core/parse'

/** Reads, checks, renders, simulates, proves and imports a text of YAML, with every rule; how far it came. */
export async function wholeWay(text: string): Promise<'refused' | 'faulty' | 'sent'> {
  const { pipelines, problems } = parsePipeline(text)
  if (problems.some(({ severity }) => severity === 'error')) return 'refused'
  let end: 'faulty' | 'sent' = 'sent'
  for (const pipeline of pipelines) {
    const { diagnostics, graph } = compile(defineParsed(pipeline).definition, { also: ['KW'] })
    if (diagnostics.some(({ severity }) => severity === 'error')) end = 'faulty'
    else {
      const wire = wireParsed(pipeline)
      emitJson(wire)
      emitYaml(wire)
      foresee(graph)
    }
    await importPipeline(pipeline, runText)
  }
  return end
}

/** Simulates a build, and proves what is inferred of its gates: of a large pipeline that takes seconds. */
function foresee(graph: Graph): void {
  const context = givenContext()
  simulateGraphs([{ id: '1', graph, context, scenario: {} }], {})
  if (graph.nodes.length <= 30) inferGates({ graphs: usualContexts.map(() => graph), contexts: usualContexts })
}
