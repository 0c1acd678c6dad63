import { beforeAll, expect, test } from 'vitest'
import { type BuildContext, type Compilation, readBuildContext } from '@kitewright/core'
import { graphJson } from '@kitewright/core/graph'
import { compileFile } from '../../packages/kitewright/src/pipeline/compile-file.ts'
import { graphFaults } from '../graph-faults.ts'
import { audited } from './audited.ts'
import { describeCorpus } from './corpus.ts'
import { filesOf } from './files-of.ts'

/**
 * Every error that checking the real pipelines gives, by code, with the number of files and who else refuses the same.
 * Another code, or more files, is a false alarm until somebody has looked.
 */
const known: Readonly<Record<string, { readonly files: number; readonly refusedBy: string }>> = {
  KW1041: { files: 4, refusedBy: 'the agent: the YAML is broken' },
  KW1044: { files: 9, refusedBy: 'Buildkite: steps of no kind, which a program of ray reads and uploads otherwise' },
}

/**
 * Every warning that checking the real pipelines gives, by code: how many there are, how many of them the owner would call
 * noise, and what was found when each was read. Another code, or more of one, is to be read before it is counted here.
 */
const judged: Readonly<Record<string, { readonly count: number; readonly noise: number; readonly judgement: string }>> =
  {
    KW1039: { count: 1, noise: 0, judgement: 'useful: agents as text in miru-web' },
    KW1047: {
      count: 5,
      noise: 0,
      judgement: 'useful: commands, a time limit, variables and steps that are lost',
    },
    KW3027: {
      count: 2,
      noise: 0,
      judgement: 'useful: docker-compose gets no options in nine steps of bugsnag-android',
    },
    KW3101: {
      count: 1,
      noise: 0,
      judgement: 'useful: 19 steps of bugsnag-android run without the approval before them',
    },
    KW3110: {
      count: 7,
      noise: 0,
      judgement:
        'useful: cloud-on-k8s releases to production beside staging for two messages, ray triggers before the commit is checked, fleet-server promotes before its tests',
    },
    KW3119: {
      count: 1,
      noise: 1,
      judgement: "noise: Buildkite's own documentation lets its deploy team go without the block, on purpose",
    },
    KW3209: { count: 1, noise: 0, judgement: 'useful: the documentation asks not to use build.state there' },
    KW3215: { count: 1, noise: 1, judgement: "noise: Buildkite's own documentation, whose condition works for them" },
    KW4109: {
      count: 4,
      noise: 2,
      judgement:
        'useful: two pipelines whose commands lose a variable at upload; noise: two of ray, whose program uploads without interpolation',
    },
    KW5001: { count: 10, noise: 0, judgement: 'useful: plugins that move' },
    KW5002: { count: 2, noise: 0, judgement: 'useful: plugins at a branch' },
    KW6001: { count: 11, noise: 0, judgement: 'useful: names of branches and tags, filled into what a shell runs' },
    KW6003: { count: 4, noise: 0, judgement: 'useful: plugins of the repository that a pull request names' },
    KW6024: { count: 5, noise: 0, judgement: 'useful: tokens and keys that the upload writes into the pipeline' },
  }

/** A build of the repository that a file of the corpus is named after. */
function contextOf(name: string): BuildContext {
  const [owner, repository] = name.split('__')
  const env = { BUILDKITE_REPO: `https://github.com/${owner}/${repository}.git` }
  return readBuildContext({ env, changedFiles: () => undefined })
}

const isFine = ({ diagnostics }: Compilation): boolean => diagnostics.every(({ severity }) => severity !== 'error')

function sorted(places: readonly object[]): readonly object[] {
  return places.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)))
}

describeCorpus('real pipelines', (corpus) => {
  const compiled: { readonly name: string; readonly file: Awaited<ReturnType<typeof compileFile>> }[] = []

  beforeAll(async () => {
    for (const { name, text } of corpus)
      compiled.push({ name, file: await compileFile(name, contextOf(name), filesOf(text)) })
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

  test('have warnings that were read: one in ten is noise at most', () => {
    const warnings = compiled.flatMap(({ file }) => file.diagnostics.filter(({ severity }) => severity === 'warning'))
    const counts: Record<string, number> = {}
    for (const { code } of warnings) counts[code] = (counts[code] ?? 0) + 1
    expect(counts).toEqual(Object.fromEntries(Object.entries(judged).map(([code, { count }]) => [code, count])))
    const noise = Object.values(judged).reduce((sum, one) => sum + one.noise, 0)
    expect(noise / warnings.length).toBeLessThanOrEqual(0.1)
  })

  test('have audited places that were read, of which none is a false alarm', () => {
    const places = compiled.flatMap(({ name, file }) =>
      file.diagnostics.flatMap(({ code, location }) =>
        code.startsWith('KW6') ? [{ code, file: name, line: location?.line }] : [],
      ),
    )
    const expected = audited.map(({ code, file, line }) => ({ code, file, line }))
    expect(sorted(places)).toEqual(sorted(expected))
  })

  test('have graphs as the schema says', () => {
    const graphs = compiled.flatMap(({ file }) => file.compilations.filter(isFine).map(({ graph }) => graphJson(graph)))
    expect(graphs.flatMap(graphFaults)).toEqual([])
    expect(graphs.length).toBeGreaterThan(300)
  })
})
