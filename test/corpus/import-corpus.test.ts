import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { importPipeline } from '@kitewright/core/import'
import { readBuildContext } from '@kitewright/core'
import { emitYaml } from '@kitewright/core/emit-yaml'
import { parsePipeline } from '@kitewright/core/parse'
import { check } from 'prettier'
import { describe, expect, test } from 'vitest'
import { compileFile } from '../../packages/kitewright/src/pipeline/compile-file.ts'
import { memoryWorld } from '../../packages/kitewright/src/world/memory-world.ts'
import { describeAgents, dryRun } from '../agent/agent.ts'
import { corpus, corpusNote } from './corpus.ts'

// Inside the tests' package, so that `kitewright` is found from there.
const folder = fileURLToPath(new URL('../.cache/imported/', import.meta.url))

const readable = corpus.flatMap(({ name, text }) =>
  parsePipeline(text)
    .pipelines.slice(0, 1)
    .map((pipeline) => ({ name, text, pipeline })),
)
const imported = await Promise.all(
  readable.map(async ({ name, text, pipeline }) => {
    return { name, text, file: `${folder}${name}.ts`, module: await importPipeline(pipeline) }
  }),
)

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
for (const { file, module } of imported) writeFileSync(file, module.text)

describe.runIf(imported.length > 0)(`every real pipeline becomes TypeScript${corpusNote}`, () => {
  test('that says the same, by its own proof', () => {
    const faulty = imported.filter(({ module }) => module.changed.length > 0 || module.errors.length > 0)
    expect(faulty.map(({ name, module }) => [name, module.changed, module.errors])).toEqual([])
  })

  test('that the compiler takes', () => {
    const config = {
      extends: '../../../tsconfig.base.json',
      compilerOptions: { declaration: false, isolatedDeclarations: false, types: ['node'] },
      include: ['*.ts'],
    }
    writeFileSync(`${folder}tsconfig.json`, JSON.stringify(config))
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
    expect(stdout).toBe('')
  }, 120_000)

  test('that prettier leaves as it is', async () => {
    const style = { parser: 'typescript', semi: false, singleQuote: true, printWidth: 120 } as const
    const kept = await Promise.all(imported.map(({ module }) => check(module.text, style)))
    expect(imported.filter((_, index) => kept[index] !== true).map(({ name }) => name)).toEqual([])
  }, 60_000)
})

describeAgents(`what an imported pipeline renders uploads what its YAML uploads${corpusNote}`, (agent) => {
  const env = {
    HOME: '/home/agent',
    BUILDKITE_COMMIT: '0123456789abcdef0123456789abcdef01234567',
    BUILDKITE_BRANCH: 'main',
  }
  const context = readBuildContext({ env, changedFiles: () => undefined })
  const flags = ['--apply-if-changed=false']
  const counts = { same: 0, refused: 0 }

  test.each(imported)('$name', { timeout: 30_000 }, async ({ text, file }) => {
    const theirs = dryRun(agent, [text], { flags, env })
    const { compilations, diagnostics } = await compileFile(file, context, memoryWorld(folder))
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const ours = dryRun(agent, [emitYaml(compilations[0]?.wire ?? {})], { flags, env })
    expect({ failed: ours.failed, uploads: ours.uploads }).toEqual({ failed: theirs.failed, uploads: theirs.uploads })
    counts[theirs.failed ? 'refused' : 'same']++
  })

  test.runIf(imported.length > 0)('counts', () => {
    process.stdout.write(`corpus: ${counts.same} upload the same, ${counts.refused} refused by the agent both ways\n`)
    expect(counts.same + counts.refused).toBe(imported.length)
  })
})
