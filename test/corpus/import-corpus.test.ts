import { readBuildContext } from '@kitewright/core'
import { emitYaml } from '@kitewright/core/emit-yaml'
import { importPipeline } from '@kitewright/core/import'
import { parsePipeline } from '@kitewright/core/parse'
import { check } from 'prettier'
import ts from 'typescript'
import { beforeAll, expect, test } from 'vitest'
import base from '../../tsconfig.base.json' with { type: 'json' }
import { runText } from '../../packages/kitewright/src/pipeline/run-text.ts'
import { compileFile } from '../../packages/kitewright/src/pipeline/compile-file.ts'
import type { Files } from '../../packages/kitewright/src/world/world.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { describeAgents } from '../agent/agent.ts'
import { dryRuns } from '../agent/dry-runs.ts'
import { compileSources } from '../compile-sources.ts'
import { runs } from '../runs.ts'
import { serviceFolder } from '../temporary-folder.ts'
import { describeCorpus } from './corpus.ts'

type CompiledFile = Awaited<ReturnType<typeof compileFile>>

/** Warnings and errors of YAML that its TypeScript does not have, and why. */
const onlyInYaml: Readonly<Record<string, string>> = {
  KW1044: 'the agent does not know the step: TypeScript says so itself, in raw',
  KW1047: 'a repeated key is lost when the YAML is read',
  KW1048: 'a tag is lost when the YAML is read',
  KW1049: 'digits are lost when the YAML is read',
}

const context = readBuildContext({
  env: {
    HOME: '/home/agent',
    BUILDKITE_COMMIT: '0123456789abcdef0123456789abcdef01234567',
    BUILDKITE_BRANCH: 'main',
  },
  changedFiles: () => undefined,
})

/** The errors and warnings of a file, each once. */
const judged = ({ diagnostics }: CompiledFile): readonly string[] => {
  const counted = diagnostics.filter(({ code, severity }) => severity !== 'info' && !Object.hasOwn(onlyInYaml, code))
  return [...new Set(counted.map(({ code, message }) => `${code} ${message}`))].toSorted()
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

/** What is sent without what changes nothing: holders of anchors, line breaks at a script's end, `wait: ~` for `wait`. */
function withoutIdleText(upload: object, leftOut: readonly string[]): unknown {
  const kept = Object.fromEntries(Object.entries(upload).filter(([name]) => !leftOut.includes(name)))
  return JSON.parse(JSON.stringify(kept), (key, value: unknown) => {
    if (key === 'command' && typeof value === 'string') return value.replace(/\n+$/, '')
    return JSON.stringify(value) === '{"wait":null}' ? 'wait' : value
  })
}

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
  const compiled: CompiledFile[] = []

  beforeAll(async () => {
    const folder = serviceFolder(sources)
    for (const { name } of imported) {
      compiled.push(await compileFile(`${folder}/${name}.ts`, context, memoryWorld(folder)))
    }
  }, 120_000)

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

  test('that is no longer than its YAML, as a rule', () => {
    const lines = imported.map(({ name, text, module }) => ({
      name,
      yaml: text.trimEnd().split('\n').length,
      program: module.text.trimEnd().split('\n').length,
    }))
    expect(median(lines.map(({ yaml, program }) => program / yaml))).toBeLessThanOrEqual(1)
    expect(median(lines.map(({ program }) => program))).toBeLessThanOrEqual(median(lines.map(({ yaml }) => yaml)))
    const [largest] = lines.toSorted((a, b) => b.yaml - a.yaml)
    expect(largest).toEqual({
      name: expect.stringMatching(/^CliMA__ClimaCore/),
      yaml: 2595,
      program: expect.any(Number),
    })
    expect(largest?.program).toBeLessThan(1000)
  })

  test('that is as right and as wrong as the YAML, with the same words', async () => {
    const ofYaml = await Promise.all(
      imported.map(async ({ name, text }) => {
        const files: Files = {
          readText: () => text,
          kindOf: (path) => (path.endsWith('kitewright.config.json') ? undefined : 'file'),
          isUtf8: () => true,
          realPath: (path) => path,
          repositoryFolders: (from) => [from],
        }
        return [name, judged(await compileFile(name, context, files))]
      }),
    )
    expect(compiled.map((file, index) => [imported[index]?.name, judged(file)])).toEqual(ofYaml)
    expect(ofYaml.filter(([, found]) => found?.length).length).toBeGreaterThan(20)
  })

  test('that renders what imports as a program which renders the same, in the same order', async () => {
    const every = Math.max(1, Math.ceil(4 / runs(1)))
    const again = await Promise.all(
      imported
        .filter((_, index) => index % every === 0)
        .map(async ({ name, module }) => {
          const rendered = emitYaml(module.wire)
          const [pipeline] = parsePipeline(rendered).pipelines
          const { wire, changed } = await importPipeline(pipeline!)
          return { name, changed, isSame: emitYaml(wire) === rendered }
        }),
    )
    expect(again.filter(({ isSame, changed }) => !isSame || changed.length > 0)).toEqual([])
  })

  describeAgents('which uploads what the YAML uploads', (agent) => {
    const options = { env: context.env as Record<string, string>, flags: ['--apply-if-changed=false'] }

    test('for each of them', () => {
      const rendered = compiled.map(({ compilations }) => emitYaml(compilations[0]?.wire ?? {}))
      const texts = imported.map(({ text }) => text)
      const [theirs, ours] = [texts, rendered].map((written) =>
        dryRuns(agent, written, options).map(({ failed, uploads }, index) => ({
          name: imported[index]!.name,
          failed,
          uploads: uploads.map((upload) => withoutIdleText(upload, imported[index]!.module.leftOut)),
        })),
      )
      expect(ours).toEqual(theirs)
      const refused = theirs?.filter(({ failed }) => failed).length ?? 0
      process.stdout.write(`corpus: ${imported.length - refused} upload the same, ${refused} are refused both ways\n`)
    })
  })
})
