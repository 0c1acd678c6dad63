import { expect, test } from 'vitest'
import { readBuildContext } from '@kitewright/core'
import type { Files } from '../../packages/kitewright/src/world/world.ts'
import { compileFile } from '../../packages/kitewright/src/pipeline/compile-file.ts'
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
const filesOf = (text: string): Files => ({ readText: () => text, kindOf: () => 'file', realPath: (path) => path })

describeCorpus('errors in real pipelines', (corpus) => {
  test('are of known kinds', async () => {
    const files = new Map<string, Set<string>>()
    for (const { name, text } of corpus) {
      const { diagnostics } = await compileFile(name, context, filesOf(text))
      for (const { code, severity } of diagnostics) {
        if (severity === 'error') files.set(code, (files.get(code) ?? new Set()).add(name))
      }
    }
    const counts = Object.fromEntries([...files].map(([code, names]) => [code, names.size]))
    expect(counts).toEqual(Object.fromEntries(Object.entries(known).map(([code, { files: count }]) => [code, count])))
  })
})
