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

  test('their steps are the same as values in a program', async () => {
    for (const { name, text } of corpus) {
      const { pipelines } = parsePipeline(text)
      if (pipelines.length !== 1) continue
      const { wire } = compile(await evaluatePipeline(fromYaml.text(text, { name }), context))
      const [rendered] = parsePipeline(emitYaml(wire)).pipelines
      expect({ name, steps: rendered?.canonical['steps'] }).toEqual({ name, steps: pipelines[0]?.canonical['steps'] })
    }
  })
})
