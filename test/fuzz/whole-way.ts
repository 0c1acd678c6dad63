import { compile } from '@kitewright/core'
import { emitJson } from '@kitewright/core/emit-json'
import { emitYaml } from '@kitewright/core/emit-yaml'
import { defineParsed, importPipeline, wireParsed } from '@kitewright/core/import'
import { runText } from '../../packages/kitewright/src/pipeline/run-text.ts'
import { parsePipeline } from '@kitewright/core/parse'

/** Reads, checks, renders and imports a text of YAML; how far it came. */
export async function wholeWay(text: string): Promise<'refused' | 'faulty' | 'sent'> {
  const { pipelines, problems } = parsePipeline(text)
  if (problems.some(({ severity }) => severity === 'error')) return 'refused'
  let end: 'faulty' | 'sent' = 'sent'
  for (const pipeline of pipelines) {
    const { diagnostics } = compile(defineParsed(pipeline).definition)
    if (diagnostics.some(({ severity }) => severity === 'error')) end = 'faulty'
    else {
      const wire = wireParsed(pipeline)
      emitJson(wire)
      emitYaml(wire)
    }
    await importPipeline(pipeline, runText)
  }
  return end
}
