import { beforeAll, expect, test } from 'vitest'
import { type Graph, readBuildContext } from '@kitewright/core'
import { usualContexts } from '@kitewright/prover'
import { verdictOf } from '../../packages/kitewright/src/commands/prove/proof-report.ts'
import { compileFile } from '../../packages/kitewright/src/pipeline/compile-file.ts'
import { inferGates } from '../../packages/kitewright/src/proof/infer-gates.ts'
import { describeCorpus } from './corpus.ts'
import { filesOf } from './files-of.ts'

describeCorpus('real pipelines', (corpus) => {
  const graphs: { readonly name: string; readonly graph: Graph }[] = []

  beforeAll(async () => {
    const context = readBuildContext({ env: {}, changedFiles: () => undefined })
    for (const { name, text } of corpus) {
      if (!text.includes('block')) continue
      const { compilations } = await compileFile(name, context, filesOf(text))
      for (const { graph } of compilations)
        if (graph.nodes.some(({ kind }) => kind === 'block')) graphs.push({ name, graph })
    }
  }, 120_000)

  // Each answer was read beside its pipeline. Another one is to be read before it is kept.
  test('with a block: what holds back each of their deploys', async () => {
    const rows = graphs.flatMap(({ name, graph }) => {
      const found = inferGates({ graphs: usualContexts.map(() => graph), contexts: usualContexts })
      const blocks = graph.nodes.filter(({ kind }) => kind === 'block').map(({ id }) => id)
      const lines = found.map((one) => `  ${one.step}: ${one.gates.join(' or ') || '–'}: ${verdictOf(one)}`)
      return [`${name}, with ${blocks.join(', ')}`, ...(lines.length > 0 ? lines : ['  no deploy'])]
    })
    await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot('gates.golden.txt')
  })
})
