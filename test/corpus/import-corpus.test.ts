import { readBuildContext } from '@kitewright/core'
import { emitYaml } from '@kitewright/core/emit-yaml'
import { importPipeline } from '@kitewright/core/import'
import { parsePipeline } from '@kitewright/core/parse'
import { check } from 'prettier'
import ts from 'typescript'
import { expect, test } from 'vitest'
import base from '../../tsconfig.base.json' with { type: 'json' }
import { runText } from '../../packages/kitewright/src/commands/import/run-text.ts'
import { compileFile } from '../../packages/kitewright/src/pipeline/compile-file.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { describeAgents } from '../agent/agent.ts'
import { dryRuns } from '../agent/dry-runs.ts'
import { compileSources } from '../compile-sources.ts'
import { serviceFolder } from '../temporary-folder.ts'
import { describeCorpus } from './corpus.ts'

describeCorpus('every real pipeline becomes TypeScript', async (corpus) => {
  const readable = corpus.flatMap(({ name, text }) =>
    parsePipeline(text)
      .pipelines.slice(0, 1)
      .map((pipeline) => ({ name, text, pipeline })),
  )
  const imported = await Promise.all(
    readable.map(async ({ name, text, pipeline }) => ({ name, text, module: await importPipeline(pipeline, runText) })),
  )
  const sources = Object.fromEntries(imported.map(({ name, module }) => [`${name}.ts`, module.text]))

  test('that says the same, by its own proof', () => {
    const faulty = imported.filter(({ module }) => module.changed.length > 0 || module.errors.length > 0)
    expect(faulty.map(({ name, module }) => [name, module.changed, module.errors])).toEqual([])
  })

  test('that the compiler takes', () => {
    const asOurs = { ...base.compilerOptions, declaration: false, isolatedDeclarations: false }
    const { options } = ts.convertCompilerOptionsFromJson(asOurs, import.meta.dirname)
    const said = [...compileSources(sources, import.meta.dirname, options)]
    expect(said.filter(([, problems]) => problems.length > 0)).toEqual([])
  })

  test('that prettier leaves as it is', async () => {
    const style = { parser: 'typescript', semi: false, singleQuote: true, printWidth: 120 } as const
    const kept = await Promise.all(imported.map(({ module }) => check(module.text, style)))
    expect(imported.filter((_, index) => kept[index] !== true).map(({ name }) => name)).toEqual([])
  })

  describeAgents('which uploads what the YAML uploads', (agent) => {
    const env = {
      HOME: '/home/agent',
      BUILDKITE_COMMIT: '0123456789abcdef0123456789abcdef01234567',
      BUILDKITE_BRANCH: 'main',
    }
    const options = { env, flags: ['--apply-if-changed=false'] }
    const folder = serviceFolder(sources)

    test('for each of them', async () => {
      const context = readBuildContext({ env, changedFiles: () => undefined })
      const rendered: string[] = []
      for (const { name } of imported) {
        const { compilations, diagnostics } = await compileFile(`${folder}/${name}.ts`, context, memoryWorld(folder))
        expect({ name, errors: diagnostics.filter(({ severity }) => severity === 'error') }).toEqual({
          name,
          errors: [],
        })
        rendered.push(emitYaml(compilations[0]?.wire ?? {}))
      }
      const texts = imported.map(({ text }) => text)
      const [theirs, ours] = [texts, rendered].map((written) =>
        dryRuns(agent, written, options).map(({ failed, uploads }, index) => ({
          name: imported[index]!.name,
          failed,
          uploads,
        })),
      )
      expect(ours).toEqual(theirs)
      const refused = theirs?.filter(({ failed }) => failed).length ?? 0
      process.stdout.write(`corpus: ${imported.length - refused} upload the same, ${refused} are refused both ways\n`)
    })
  })
})
