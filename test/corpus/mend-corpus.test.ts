import { expect, test } from 'vitest'
import { readBuildContext } from '@kitewright/core'
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

const check = async (name: string, text: string) =>
  (await compileFile(name, context, filesOf(text), { also: ['KW6007', 'KW6032'] })).diagnostics

describeCorpus('mends of real pipelines', (corpus) => {
  test(
    'each clears what it mends, brings nothing worse, and changes a few letters alone',
    { timeout: 120_000 },
    async () => {
      const faults: string[] = []
      const mended: Record<string, number> = {}
      for (const { name, text } of corpus) {
        const found = await check(name, text)
        for (const { code, message, path, fix } of found) {
          const edits = fix?.() ?? []
          if (edits.length === 0) continue
          const mark = text.startsWith('\ufeff') ? 1 : 0
          const changed = edits
            .toSorted((one, other) => other.start - one.start)
            .reduce((all, { start, end, text: put }) => all.slice(0, start + mark) + put + all.slice(end + mark), text)
          const after = await check(name, changed)
          const left = (all: typeof found): number =>
            all.filter((one) => one.code === code && one.path.join() === path.join()).length
          const errors = (all: typeof found): number => all.filter(({ severity }) => severity === 'error').length
          if (left(after) >= left(found) || errors(after) > errors(found)) faults.push(`${name}: ${code} ${message}`)
          if (Math.abs(changed.length - text.length) > 40 * edits.length) faults.push(`${name}: ${code} changes much`)
          mended[code] = (mended[code] ?? 0) + 1
        }
      }
      expect({ faults, mended: Object.keys(mended).toSorted() }).toEqual({
        faults: [],
        mended: ['KW4109', 'KW6001', 'KW6007', 'KW6024', 'KW6032'],
      })
    },
  )
})
