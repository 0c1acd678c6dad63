import { beforeAll, expect, test } from 'vitest'
import { type Graph, readBuildContext } from '@kitewright/core'
import { isDeploy } from '@kitewright/core/attributes'
import { usualContexts } from '@kitewright/prover'
import { type Answer, answersFor, newerThan } from '@kitewright/prover/builds'
import { verdictOf } from '../../packages/kitewright/src/commands/prove/proof-report.ts'
import { compileFile } from '../../packages/kitewright/src/pipeline/compile-file.ts'
import { inferGates } from '../../packages/kitewright/src/proof/infer-gates.ts'
import { describeCorpus } from './corpus.ts'
import { filesOf } from './files-of.ts'

/** A "no" with what happens in it, unless something that was not read keeps it from happening. */
function answerText(answer: Answer): string {
  if (answer.is === 'proved') return `yes, ${answer.why}`
  if (answer.is === 'undecided') return `not decided, ${answer.why}`
  return [answer.unless === undefined ? 'no' : `unless ${answer.unless}`, ...answer.clash.course.says].join(', ')
}

// Each answer was read beside its pipeline. Another one is to be read before it is kept.
describeCorpus('real pipelines', (corpus) => {
  const graphs: { readonly name: string; readonly graph: Graph }[] = []

  beforeAll(async () => {
    const context = readBuildContext({ env: {}, changedFiles: () => undefined })
    for (const { name, text } of corpus) {
      const { compilations } = await compileFile(name, context, filesOf(text))
      for (const { graph } of compilations) graphs.push({ name, graph })
    }
  }, 120_000)

  test('with a block: what holds back each of their deploys', async () => {
    const rows = graphs.flatMap(({ name, graph }) => {
      const blocks = graph.nodes.filter(({ kind }) => kind === 'block').map(({ id }) => id)
      if (blocks.length === 0) return []
      const found = inferGates({ graphs: usualContexts.map(() => graph), contexts: usualContexts })
      const lines = found.map((one) => `  ${one.step}: ${one.gates.join(' or ') || '–'}: ${verdictOf(one)}`)
      return [`${name}, with ${blocks.join(', ')}`, ...(lines.length > 0 ? lines : ['  no deploy'])]
    })
    await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot('gates.golden.txt')
  })

  test('with a deploy: what two builds do to each other by it', { timeout: 120_000 }, async () => {
    const rows = graphs.flatMap(({ name, graph }) => {
      const steps = graph.nodes.filter((node) => isDeploy(node))
      if (steps.length === 0) return []
      const twins = usualContexts.map((kind) => ({
        older: { kind, graph },
        newer: { kind: { ...kind, context: newerThan(kind.context) }, graph },
      }))
      return [
        name,
        ...steps.flatMap(({ id }) => {
          const { inOrder, oneAtATime, ownWork } = answersFor(twins, id, { readScript: () => undefined })
          return [
            `  ${id}`,
            `    older never after newer: ${answerText(inOrder)}`,
            `    one at a time: ${answerText(oneAtATime)}`,
            `    what its own build made: ${answerText(ownWork)}`,
          ]
        }),
      ]
    })
    await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot('builds.golden.txt')
  })
})
