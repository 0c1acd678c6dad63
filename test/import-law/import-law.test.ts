import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root, sourceFiles, writtenFiles } from '../source-files.ts'
import { breachesOf, breachesOfDoors, isListed, reachesOutside } from './breaches.ts'
import { type Import, importsOf } from './imports.ts'
import { command, core, doors, type Law, outside, packages, scheduler, sourcesByFile } from './laws.ts'

const files = sourceFiles('packages').filter((file) => /^packages\/[^/]+\/src\//.test(file))
const all = importsOf(files)
const scripts = importsOf(writtenFiles('scripts'))
const tests = importsOf(writtenFiles('test'))
const examples = importsOf([...writtenFiles('examples'), ...writtenFiles('.buildkite')])

const folders = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

describe('packages', () => {
  test('import only what they may', () => {
    expect(breachesOf(all.map(byPackage), packages)).toEqual([])
  })

  test('reach no file of another, but by its entries', () => {
    const reaching = all.filter(
      (each) => /^(?:\.\.|packages)\//.test(each.target) && !each.target.startsWith(each.file.split('/', 2).join('/')),
    )
    expect(reaching).toEqual([])
  })
})

test('presets are made of what every author can import', () => {
  const presets = writtenFiles('packages/presets').filter((file) => !file.endsWith('.test.ts'))
  const publicNames = namesFrom('packages/kitewright/src/index.ts')
  const used = presets.flatMap((file) => namesFrom(file).map((name) => ({ file, name })))
  expect(used.filter(({ name }) => !publicNames.includes(name))).toEqual([])
  expect(used.length).toBeGreaterThan(10)
})

/** What a file takes, or hands on, of core. */
function namesFrom(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/^(?:import|export) (?:type )?\{([^}]*)\} from '@kitewright\/core'/gm)].flatMap(
    ([, names = '']) =>
      names.split(',').flatMap((name) =>
        name
          .trim()
          .replace(/^type /, '')
          .split(' as ', 1)
          .filter(Boolean),
      ),
  )
}

describe.each([
  ['core', core],
  ['the scheduler', scheduler],
  ['the command', command],
])('%s', (_, law) => {
  test('has no folder without a law, and no law without a folder', () => {
    const named = Object.keys(law.rows).filter((name) => !name.endsWith('.ts'))
    expect(named.toSorted()).toEqual(folders(law.folder).toSorted())
  })

  test('imports only what it may', () => {
    expect(breachesOf(all, law)).toEqual([])
  })
})

test.each([core, scheduler])('$folder touches no file, process, clock or network', ({ folder }) => {
  const sources = files.filter((file) => file.startsWith(folder) && !file.endsWith('.test.ts'))
  expect(all.filter(({ file, target }) => sources.includes(file) && target.startsWith('node:'))).toEqual([])
  const timed = sources.filter((file) =>
    /\b(?:Date\.now|new Date\(\)|performance\.|Math\.random|setTimeout)/.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(timed).toEqual([])
})

test('no command imports another', () => {
  expect(breachesOf(all, commands())).toEqual([])
})

function commands(): Law {
  const folder = 'packages/kitewright/src/commands/'
  const row = { may: [], reason: 'each can be read, and be deleted, without another' }
  return {
    folder,
    rows: Object.fromEntries(folders(folder).map((name) => [name, row])),
    instead: 'move what both need to pipeline/ or report/',
  }
}

test('folders with doors are entered by them', () => {
  expect(breachesOfDoors(all, doors)).toEqual([])
})

test('only the world reaches the outside', () => {
  const reaching = files.filter(
    (file) => file.startsWith(command.folder) && reachesOutside(readFileSync(join(root, file), 'utf8')),
  )
  const breaches = reaching.filter((file) => !isListed(file, outside))
  expect(
    breaches.map((file) => `${file} reaches the outside by itself. Instead, take the World and add what it lacks.`),
  ).toEqual([])
  expect(Object.keys(outside).filter((name) => !reaching.some((file) => isListed(file, { [name]: '' })))).toEqual([])
})

test('no file imports itself by a way round, types included', () => {
  const next = new Map<string, string[]>()
  for (const { file, target } of all) next.set(file, [...(next.get(file) ?? []), target])
  expect([...next.keys()].filter((file) => reaches(next, file))).toEqual([])
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

test('nothing imports a test, and no script anything of test/', () => {
  const outsideTests = [...all, ...scripts, ...examples]
  expect(outsideTests.filter(({ target }) => /^test\/|\.test\.ts$/.test(target))).toEqual([])
  expect(tests.filter(({ target }) => target.endsWith('.test.ts'))).toEqual([])
})

test('tests and scripts take the packages by their entries, or by a file that is listed', () => {
  const byFile = [...tests, ...scripts].filter(({ target }) => /^packages\/[^/]+\/src\//.test(target))
  const breaches = byFile.filter(({ target }) => !isListed(target, sourcesByFile))
  expect(
    breaches.map(({ file, target }) => `${file} imports ${target}. Instead, go through an entry, or list it.`),
  ).toEqual([])
  expect(
    Object.keys(sourcesByFile).filter((name) => !byFile.some(({ target }) => isListed(target, { [name]: '' }))),
  ).toEqual([])
})

test('examples import what users can: kitewright, Node, and what is theirs, a package of Acme too', () => {
  const foreign = examples.filter(({ file, target }) => {
    const home = /^(?:examples\/[^/]+|\.buildkite)\//.exec(file)?.[0] ?? ''
    return !target.startsWith(home) && !/^(?:kitewright(?:\/|$)|@acme\/|node:|vitest$)/.test(target)
  })
  expect(foreign).toEqual([])
})

describe('the law sees', () => {
  const at = 'packages/kitewright/src/'

  test('a folder that imports a higher one', () => {
    expect(breachesOf([{ file: `${at}world/a.ts`, target: `${at}commands/check/check.ts` }], command)).toEqual([
      `${at}world/a.ts imports ${at}commands/check/check.ts: world may import none of its neighbours, since the door to files, processes and terminal knows nothing of who goes through it. Instead, move what both need to a lower folder, or take it as an argument.`,
    ])
    expect(breachesOf([{ file: `${at}commands/check/a.ts`, target: `${at}load/author.ts` }], command)).toHaveLength(1)
  })

  test('a package that imports another, whatever the entry', () => {
    const imports = [
      { file: 'packages/core/src/a.ts', target: 'kitewright' },
      { file: 'packages/schema/src/a.ts', target: '@kitewright/core/parse' },
    ]
    expect(breachesOf(imports.map(byPackage), packages)).toHaveLength(2)
  })

  test('a command that imports another', () => {
    const imports = [{ file: `${at}commands/check/a.ts`, target: `${at}commands/render/render.ts` }]
    expect(breachesOf(imports, commands())).toHaveLength(1)
  })

  test('a folder that is entered by the window', () => {
    expect(breachesOfDoors([{ file: `${at}pipeline/a.ts`, target: `${at}load/supervise.ts` }], doors)).toEqual([
      `${at}pipeline/a.ts imports ${at}load/supervise.ts: ${at}load/ is entered by author.ts, sealed.ts, plain-sources.ts, since loading, supervising and ending an author's code belong together. Instead, give one of these what you need.`,
    ])
  })

  test.each([
    ["import { readFileSync } from 'node:fs'", true],
    ["import { writeFile } from 'node:fs/promises'", true],
    ['const { env } = process.env', true],
    ["const { spawn } = process.getBuiltinModule('node:child_process')", true],
    ["import { join } from 'node:path' // not process.cwd()", false],
  ])('who reaches the outside: %s', (text, isSeen) => {
    expect(reachesOutside(text)).toBe(isSeen)
  })
})

/** An import between packages as one between their folders. */
function byPackage({ file, target }: Import): Import {
  const [, name = /^kitewright(?:\/|$)/.test(target) ? 'kitewright' : undefined] =
    /^@kitewright\/([^/]+)/.exec(target) ?? []
  return { file, target: name === undefined ? target : `packages/${name}/` }
}
