import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root, sourceFiles } from './source-files.ts'

/** Who may import whom among the packages, and why. What is not listed may not. */
const packages: Readonly<Record<string, { readonly may: readonly string[]; readonly reason: string }>> = {
  schema: { may: [], reason: 'names and shapes of Buildkite stand below everything' },
  core: { may: ['schema'], reason: 'core is pure and knows nothing of the command; pass what it needs as a value' },
  kitewright: { may: ['schema', 'core'], reason: 'the command and the published entries join the packages' },
}

/** Who may import whom inside core, and why: the stages of a pipeline's one way. */
const coreFolders: Readonly<Record<string, { readonly may: readonly string[]; readonly reason: string }>> = {
  model: { may: [], reason: 'values know nothing of what is done with them' },
  graph: { may: [], reason: 'algorithms on plain lists of numbers' },
  condition: { may: [], reason: 'the language of `if` stands alone: the checks and the scheduler share it' },
  agent: { may: [], reason: 'what the agent makes of a step, of plain data, stands alone' },
  dsl: { may: ['model'], reason: 'constructors only build values; checks belong to resolve or check' },
  context: { may: ['model', 'agent'], reason: 'reads a build from an environment' },
  resolve: {
    may: ['model', 'graph', 'order'],
    reason: 'a later stage may not be asked; who waits for whom is asked of order',
  },
  emit: { may: ['agent'], reason: 'text is made of wire data alone' },
  wire: { may: ['model', 'emit'], reason: 'the shape that emit takes is all it needs of it' },
  attributes: { may: ['model', 'condition'], reason: 'reads what a node holds, whoever asks' },
  order: { may: ['model', 'graph', 'attributes'], reason: 'the one model of who waits for whom' },
  check: {
    may: ['model', 'graph', 'condition', 'agent', 'emit', 'attributes', 'order'],
    reason: 'rules read the graph and change nothing',
  },
  split: {
    may: ['model', 'attributes', 'order', 'check', 'wire', 'emit'],
    reason: 'parts are made of a checked graph, and sent as it is',
  },
  parse: { may: ['agent', 'emit'], reason: 'reads text into wire data' },
  import: {
    may: ['parse', 'dsl', 'model', 'emit', 'agent', 'compile.ts'],
    reason: 'writes what it read as an author would, and renders that to prove it',
  },
}

interface Import {
  readonly file: string
  readonly target: string
}

/** Every import of the sources, type-only ones included, tests left out: those may import anything public. */
function imports(folder: string): readonly Import[] {
  return sourceFiles(folder).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    const found = text.matchAll(/^(?:import|export)\b[^'"`]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)
    return [...found].map(([, from, bare, lazy]) => ({ file, target: from ?? bare ?? lazy ?? '' }))
  })
}

const all = Object.keys(packages).flatMap((name) => imports(`packages/${name}/src`))

describe('packages', () => {
  test.each(Object.entries(packages))('%s imports only what it may', (name, { may, reason }) => {
    const breaches = all.flatMap(({ file, target }) => {
      if (!file.startsWith(`packages/${name}/`)) return []
      const [, other] = /^@kitewright\/([^/]+)/.exec(target) ?? []
      const outside = target.startsWith('.') && !join(dirname(file), target).startsWith(`packages/${name}/`)
      if (!outside && (other === undefined || may.includes(other))) return []
      return [`${file} imports ${target}: ${name} may import ${may.join(', ') || 'none of ours'}, since ${reason}`]
    })
    expect(breaches).toEqual([])
  })
})

const folderOf = (path: string): string => path.split('/')[0] ?? ''

describe('core', () => {
  const inCore = all.filter(({ file }) => file.startsWith('packages/core/src/'))

  test('has no folder without a law', () => {
    const entries = readdirSync(join(root, 'packages/core/src'), { withFileTypes: true })
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    expect(folders.toSorted()).toEqual(Object.keys(coreFolders).toSorted())
  })

  test.each(Object.entries(coreFolders))('%s imports only what it may', (folder, { may, reason }) => {
    const breaches = inCore.flatMap(({ file, target }) => {
      const from = relative('packages/core/src', file)
      if (folderOf(from) !== folder || !target.startsWith('.')) return []
      const to = folderOf(join(dirname(from), target))
      if (to === folder || may.includes(to)) return []
      return [`${file} imports ${target}: ${folder} may import ${may.join(', ') || 'none of ours'}, since ${reason}`]
    })
    expect(breaches).toEqual([])
  })

  test('touches no file, process, clock or network', () => {
    const world = inCore.filter(({ target }) => target.startsWith('node:'))
    expect(world).toEqual([])
  })
})

test('no file imports itself by a way round, types included', () => {
  const next = new Map<string, string[]>()
  for (const { file, target } of all) {
    if (target.startsWith('.')) next.set(file, [...(next.get(file) ?? []), join(dirname(file), target)])
  }
  const cyclic = [...next.keys()].filter((file) => reaches(next, file))
  expect(cyclic).toEqual([])
})

function reaches(next: ReadonlyMap<string, readonly string[]>, start: string): boolean {
  const seen = new Set<string>()
  const queue = [...(next.get(start) ?? [])]
  for (const file of queue) {
    if (file === start) return true
    if (seen.has(file)) continue
    seen.add(file)
    queue.push(...(next.get(file) ?? []))
  }
  return false
}

test('nothing imports a test', () => {
  expect(all.filter(({ target }) => /\.test\.ts$|^\.\.\/.*\/test\//.test(target))).toEqual([])
})
