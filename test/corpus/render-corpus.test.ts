import { compile, evaluatePipeline, readBuildContext } from '@kitewright/core'
import { emitYaml } from '@kitewright/core/emit-yaml'
import { parsePipeline } from '@kitewright/core/parse'
import { fromYaml } from 'kitewright/yaml'
import { expect, test } from 'vitest'
import { compileFile } from '../../packages/kitewright/src/pipeline/compile-file.ts'
import type { Files } from '../../packages/kitewright/src/world/world.ts'
import { describeCorpus } from './corpus.ts'

const context = readBuildContext({ env: {}, changedFiles: () => undefined })
const filesOf = (text: string): Files => ({
  readText: () => text,
  isUtf8: () => true,
  kindOf: (path) => (path.endsWith('kitewright.config.json') ? undefined : 'file'),
  realPath: (path) => path,
  repositoryFolders: (from) => [from],
})

describeCorpus('real pipelines', (corpus) => {
  test('what is rendered of them, the agent reads as the pipelines themselves', async () => {
    const counts = { same: 0, refused: 0 }
    for (const { name, text } of corpus) {
      const { compilations } = await compileFile(name, context, filesOf(text))
      const rendered = compilations.map(({ wire }) => parsePipeline(emitYaml(wire)).pipelines[0]?.canonical)
      const { pipelines } = parsePipeline(text)
      expect({ name, rendered }).toEqual({ name, rendered: pipelines.map(({ canonical }) => canonical) })
      counts[pipelines.length > 0 ? 'same' : 'refused']++
    }
    expect(counts).toEqual({ same: corpus.length - 4, refused: 4 })
  })

  test('their steps mean the same as values in a program', async () => {
    for (const { name, text } of corpus) {
      const { pipelines } = parsePipeline(text)
      if (pipelines.length !== 1) continue
      const { wire } = compile(await evaluatePipeline(fromYaml.text(text, { name }), context))
      const [rendered] = parsePipeline(emitYaml(wire)).pipelines
      expect({ name, steps: usual(rendered?.canonical['steps']) }).toEqual({
        name,
        steps: usual(pipelines[0]?.canonical['steps']),
      })
    }
  })
})

/** Other names of attributes, a literal `$`, and waiting for nothing, each spelled in one way. */
function usual(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/\$\$|\\\$/g, '$')
  if (Array.isArray(value)) return value.map(usual)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, item]) => [usualName(name, value), usual(item)] as const)
  return Object.fromEntries(
    entries
      .filter(([name, item]) => !(name === 'wait' && item === null))
      .map(([name, item]) => [name, name === 'depends_on' ? (item ?? []) : item]),
  )
}

/** Where both are there, each stays. */
function usualName(name: string, map: object): string {
  const other = names[name]
  return other === undefined || Object.hasOwn(map, other) ? name : other
}

const names: Readonly<Record<string, string>> = {
  timeout: 'timeout_in_minutes',
  artifacts: 'artifact_paths',
  agent_query_rules: 'agents',
  name: 'label',
  id: 'key',
  identifier: 'key',
}
