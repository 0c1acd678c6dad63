import { beforeAll, expect, test } from 'vitest'
import { type Compilation, readBuildContext } from '@kitewright/core'
import { graphJson } from '@kitewright/core/graph'
import type { Files } from '../../packages/kitewright/src/world/world.ts'
import { compileFile } from '../../packages/kitewright/src/pipeline/compile-file.ts'
import { graphFaults } from '../graph-faults.ts'
import { describeCorpus } from './corpus.ts'

/**
 * Every error that checking the real pipelines gives, by code, with the number of files and who else refuses the same.
 * Another code, or more files, is a false alarm until somebody has looked.
 */
const known: Readonly<Record<string, { readonly files: number; readonly refusedBy: string }>> = {
  KW1031: { files: 27, refusedBy: 'the official schema (attributes of generators, `label` of a block)' },
  KW1033: { files: 1, refusedBy: 'the official schema (agents as a text)' },
  KW1036: { files: 1, refusedBy: 'the official schema and the documentation (skip of 71 characters)' },
  KW1041: { files: 4, refusedBy: 'the agent' },
  KW3203: { files: 1, refusedBy: 'the documentation (`!` binds tighter than `includes`)' },
  KW3209: { files: 1, refusedBy: 'the documentation (build.state in the notification of a step)' },
}

const context = readBuildContext({ env: {}, changedFiles: () => undefined })
const filesOf = (text: string): Files => ({
  readText: () => text,
  isUtf8: () => true,
  kindOf: () => 'file',
  realPath: (path) => path,
})

const isFine = ({ diagnostics }: Compilation): boolean => diagnostics.every(({ severity }) => severity !== 'error')

describeCorpus('real pipelines', (corpus) => {
  const compiled: { readonly name: string; readonly file: Awaited<ReturnType<typeof compileFile>> }[] = []

  beforeAll(async () => {
    for (const { name, text } of corpus) compiled.push({ name, file: await compileFile(name, context, filesOf(text)) })
  }, 120_000)

  test('have errors of known kinds', () => {
    const files = new Map<string, Set<string>>()
    for (const { name, file } of compiled) {
      for (const { code, severity } of file.diagnostics) {
        if (severity === 'error') files.set(code, (files.get(code) ?? new Set()).add(name))
      }
    }
    const counts = Object.fromEntries([...files].map(([code, names]) => [code, names.size]))
    expect(counts).toEqual(Object.fromEntries(Object.entries(known).map(([code, { files: count }]) => [code, count])))
  })

  test('have graphs as the schema says', () => {
    const graphs = compiled.flatMap(({ file }) => file.compilations.filter(isFine).map(({ graph }) => graphJson(graph)))
    expect(graphs.flatMap(graphFaults)).toEqual([])
    expect(graphs.length).toBeGreaterThan(300)
  })
})
