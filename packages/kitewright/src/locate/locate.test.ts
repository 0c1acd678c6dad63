import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../../test/temporary-folder.ts'
import { processWorld } from '../world/process-world.ts'
import type { Path } from '@kitewright/schema'
import { type Located, type LocateOptions, locate } from './locate.ts'
import { openSources } from './open-sources.ts'

const folder = temporaryFolder()

interface Case extends Omit<LocateOptions, 'open'> {
  readonly name: string
  /** The author's file; `①` stands before the name that the innermost frame calls, `②` before the next frame's. */
  readonly source: string
  readonly other?: string
  readonly path: Path
  readonly points: string
  readonly related?: readonly string[]
}

function locateAt(stack: string, path: Path, options: Omit<LocateOptions, 'open'> = {}): Located | undefined {
  return locate(stack, path, { ...options, open: openSources(processWorld()) })
}

function write(name: string, source: string): string {
  const file = join(folder, name)
  writeFileSync(file, source.replaceAll(/[①②③]/g, ''))
  return file
}

function stackOf(sources: Readonly<Record<string, string>>): string {
  const frames = ['①', '②', '③'].flatMap((mark) =>
    Object.entries(sources).flatMap(([name, source]) => {
      const before = source.split(mark, 2)[0]?.replaceAll(/[①②③]/g, '') ?? ''
      const column = before.length - before.lastIndexOf('\n')
      return source.includes(mark) ? [`    at svc (${join(folder, name)}:${before.split('\n').length}:${column})`] : []
    }),
  )
  return ['Error', ...frames, '    at ModuleJob.run (node:internal/modules/esm/module_job:343:25)'].join('\n')
}

function locateIn({ source, other = '', path, ...options }: Case): { points: string; related: readonly string[] } {
  write('pipeline.ts', source)
  write('steps.ts', other)
  const located = locateAt(stackOf({ 'pipeline.ts': source, 'steps.ts': other }), path, options)
  const show = (place: NonNullable<typeof located>['related'][number]): string => {
    const text = place.sourceLine?.slice(place.column - 1, place.column - 1 + place.length)
    return `${place.file.slice(folder.length + 1)}:${place.line}:${place.column} ${text}`
  }
  if (located === undefined) return { points: 'nowhere', related: [] }
  return { points: show(located), related: located.related.map(show) }
}

const cases: readonly Case[] = [
  {
    name: 'a value, below all of its text',
    source: `const step = ①command({\n  label: 'x',\n    depends_on: 'imgae',\n})`,
    path: ['depends_on'],
    points: "pipeline.ts:3:17 'imgae'",
  },
  {
    name: 'a name, for a misspelled attribute',
    source: `①command({ lable: 'x' })`,
    path: ['lable'],
    target: 'key',
    points: 'pipeline.ts:1:11 lable',
  },
  {
    name: 'the call, where there is no attribute',
    source: `const a = kw.①command({ label: 'x' })`,
    path: ['command'],
    points: 'pipeline.ts:1:14 command',
  },
  {
    name: 'the call, for the empty path',
    source: `const a = ①command<Options>({ label: 'x' })`,
    path: [],
    points: 'pipeline.ts:1:11 command',
  },
  {
    name: 'an element of a list',
    source: `①command({ depends_on: [unit, 'imgae'] })`,
    path: ['depends_on', 1],
    points: "pipeline.ts:1:30 'imgae'",
  },
  {
    name: 'a single value that stands for a list of one',
    source: `①command({ depends_on: 'imgae' })`,
    path: ['depends_on', 0],
    points: "pipeline.ts:1:23 'imgae'",
  },
  {
    name: 'an element behind a spread list of known length',
    source: `const base = ['a', 'b'] as const\n①command({ depends_on: [...base, 'imgae'] })`,
    path: ['depends_on', 2],
    points: "pipeline.ts:2:33 'imgae'",
  },
  {
    name: 'an element within a spread list',
    source: `const base = ['a', 'imgae'] as const\n①command({ depends_on: [...base, 'c'] })`,
    path: ['depends_on', 1],
    points: "pipeline.ts:1:20 'imgae'",
    related: ['pipeline.ts:2:1 command'],
  },
  {
    name: 'the list, where an element cannot be told',
    source: `①command({ depends_on: [...all(), 'c'] })`,
    path: ['depends_on', 3],
    points: "pipeline.ts:1:23 [...all(), 'c']",
  },
  {
    name: 'an attribute within an attribute, its name in quotes',
    source: `①command({ env: { 'A-B': '\${X}' } })`,
    path: ['env', 'A-B'],
    points: "pipeline.ts:1:25 '${X}'",
  },
  {
    name: 'the attribute that holds what cannot be followed',
    source: `①command({ env: process.env })`,
    path: ['env', 'A'],
    points: 'pipeline.ts:1:16 process.env',
  },
  {
    name: 'the last of two attributes of one name',
    source: `①command({ label: 'a', ...{ label: 'b' } })`,
    path: ['label'],
    points: "pipeline.ts:1:35 'b'",
  },
  {
    name: 'an attribute spread from a constant',
    source: `const base = { agents: { queue: 'x' } } satisfies Base\n①command({ ...base, label: 'a' })`,
    path: ['agents', 'queue'],
    points: "pipeline.ts:1:33 'x'",
    related: ['pipeline.ts:2:1 command'],
  },
  {
    name: 'an attribute of a copied step',
    source: `const unit = command({ label: 'a', depends_on: 'imgae' })\n①command({ ...unit, label: 'b' })`,
    path: ['depends_on'],
    points: "pipeline.ts:1:48 'imgae'",
    related: ['pipeline.ts:2:1 command'],
  },
  {
    name: 'an attribute spread under a condition',
    source: `①command({ label: 'a', ...(isMain && { depends_on: 'imgae' }) })`,
    path: ['depends_on'],
    points: "pipeline.ts:1:51 'imgae'",
  },
  {
    name: 'the arm of a condition that has the attribute',
    source: `①command({ env: isMain ? { A: 1 } : { B: 2 } })`,
    path: ['env', 'B'],
    points: 'pipeline.ts:1:41 2',
  },
  {
    name: 'the arm of a condition that is not nothing',
    source: `①command({ depends_on: [isMain && 'imgae', isMain ? (null as never) : 'unti'] })`,
    path: ['depends_on', 0],
    points: "pipeline.ts:1:34 'imgae'",
  },
  {
    name: 'the other arm of a condition that may be nothing',
    source: `①command({ depends_on: [isMain ? null : ('unti' as const)] })`,
    path: ['depends_on', 0],
    points: "pipeline.ts:1:41 'unti'",
  },
  {
    name: 'a shorthand attribute',
    source: `const depends_on = 'imgae'\n①command({ label: 'a', depends_on })`,
    path: ['depends_on'],
    points: 'pipeline.ts:2:23 depends_on',
  },
  {
    name: 'a value of an object under a name',
    source: `const queues = { big: { queue: 'x' } }\n①command({ agents: queues.big })`,
    path: ['agents', 'queue'],
    points: "pipeline.ts:1:32 'x'",
    related: ['pipeline.ts:2:1 command'],
  },
  {
    name: 'a value made elsewhere, where it is used',
    source: `const tag = interpolated('x')\n①command({ depends_on: [externalStep('y')], env: { A: tag } })`,
    path: ['env', 'A'],
    points: 'pipeline.ts:2:54 tag',
  },
  {
    name: 'a step of another upload, as a whole',
    source: `①command({ depends_on: externalStep('y') })`,
    path: ['depends_on', 0],
    points: "pipeline.ts:1:23 externalStep('y')",
  },
  {
    name: 'an option of a plugin in an object',
    source: `①command({ plugins: [{ 'docker#v5': { image: 'x' } }] })`,
    path: ['plugins', 0, 'docker#v5', 'image'],
    points: "pipeline.ts:1:45 'x'",
  },
  {
    name: 'an option of a plugin in a call',
    source: `①command({ plugins: [plugin('docker#v5', { image: 'x' })] })`,
    path: ['plugins', 0, 'docker#v5', 'image'],
    points: "pipeline.ts:1:50 'x'",
  },
  {
    name: 'an option of a typed plugin',
    source: `①command({ plugins: [dockerCompose({ run: 'x' })] })`,
    path: ['plugins', 0, 'docker-compose#v5.1', 'run'],
    points: "pipeline.ts:1:42 'x'",
  },
  {
    name: 'the name of a plugin',
    source: `①command({ plugins: [plugin('docker', { image: 'x' }), plugin('a#b', {})] })`,
    path: ['plugins', 1, 'a#b'],
    points: "pipeline.ts:1:62 'a#b'",
  },
  {
    name: 'an attribute of a pipeline that a function returns',
    source: `export default ①definePipeline(async ({ build }) => {\n  return { env: { A: 'x' }, steps }\n})`,
    path: ['env', 'A'],
    points: "pipeline.ts:2:22 'x'",
  },
  {
    name: 'an attribute that a helper is given, where it is called',
    source: `function svc(o: Options) {\n  return ①command({ label: 'x', ...o })\n}\n②svc({ depends_on: 'imgae' })`,
    path: ['depends_on'],
    points: "pipeline.ts:4:19 'imgae'",
    related: ['pipeline.ts:2:10 command'],
  },
  {
    name: 'an attribute of the helper itself',
    source: `function svc(o: Options) {\n  return ①command({ depends_on: 'imgae', ...o })\n}\n②svc({ label: 'x' })`,
    path: ['depends_on'],
    points: "pipeline.ts:2:32 'imgae'",
    related: ['pipeline.ts:4:1 svc'],
  },
  {
    name: "a helper's argument, where it is given",
    source: `const svc = (label: string, needs: string) =>\n  ①command({ label, depends_on: [needs] })\n②svc('x', 'imgae')`,
    path: ['depends_on', 0],
    points: "pipeline.ts:3:10 'imgae'",
    related: ['pipeline.ts:2:3 command'],
  },
  {
    name: "a misspelled attribute in a helper, not the helper's argument",
    source: `const svc = (label: string) => ①command({ lable: label })\n②svc('x')`,
    path: ['lable'],
    target: 'key',
    points: 'pipeline.ts:1:42 lable',
    related: ['pipeline.ts:2:1 svc'],
  },
  {
    name: "a part of a helper's destructured options",
    source: `const svc = ({ needs, ...rest }: O) =>\n  ①command({ ...rest, depends_on: needs })\n②svc({ needs: 'imgae', label: 'x' })`,
    path: ['depends_on'],
    points: "pipeline.ts:3:14 'imgae'",
    related: ['pipeline.ts:2:3 command'],
  },
  {
    name: "a helper's options through a helper of its own and a callback",
    source: `const inner = (o) => ①command({ ...o })\nconst outer = (o) => ['a'].map((key) => ②inner({ ...o, key }))\nouter({ label: 'x' })`,
    path: ['key'],
    points: 'pipeline.ts:2:55 key',
    related: ['pipeline.ts:1:22 command'],
  },
  {
    name: 'the options of a function that makes them',
    source: `function base(queue: string) {\n  return { agents: { queue } }\n}\n①command({ ...base('x'), label: 'a' })`,
    path: ['agents', 'queue'],
    points: "pipeline.ts:4:19 'x'",
  },
  {
    name: 'a constant of another file',
    source: `import { base } from './steps.js'\n①command({ ...base })`,
    other: `export const base = { depends_on: 'imgae' }`,
    path: ['depends_on'],
    points: "steps.ts:1:35 'imgae'",
    related: ['pipeline.ts:2:1 command'],
  },
  {
    name: 'a helper in another file',
    source: `import { svc } from './steps.ts'\n②svc('imgae')`,
    other: `export function svc(needs: string) {\n  return ①command({ depends_on: needs })\n}`,
    path: ['depends_on'],
    points: "pipeline.ts:2:5 'imgae'",
    related: ['steps.ts:2:10 command'],
  },
  {
    name: 'the helper itself, where its argument cannot be told',
    source: `const svc = (o) => ①command(merge(o, { label: 1 }))\n②svc({ depends_on: 'imgae' })`,
    path: ['depends_on'],
    points: "pipeline.ts:2:19 'imgae'",
    related: ['pipeline.ts:1:20 command'],
  },
  {
    name: 'constants that refer to one another in a circle',
    source: `const a = { ...b }\nconst b = { ...a }\n①command({ ...a, label: b.label })`,
    path: ['label'],
    points: 'pipeline.ts:3:24 b.label',
  },
  {
    name: 'a column behind characters of two UTF-16 units',
    source: `①command({ label: '🚀', depends_on: 'imgae' })`,
    path: ['depends_on'],
    points: "pipeline.ts:1:36 'imgae'",
  },
  {
    name: 'the first line of a value of several',
    source: `①command({ env: {  \n  A: 1 } })`,
    path: ['env'],
    points: 'pipeline.ts:1:16 {',
  },
  {
    name: 'a file with a fault in another place',
    source: `const x = \n①command({ depends_on: 'imgae' })\nconst x = 1`,
    path: ['depends_on'],
    points: "pipeline.ts:2:23 'imgae'",
  },
]

describe('points at', () => {
  test.each(cases)('$name', (each) => {
    expect(locateIn(each)).toEqual({ points: each.points, related: each.related ?? [] })
  })
})

test('a file that is gone gives the position of the call alone', () => {
  expect(locateAt(`Error\n    at ${join(folder, 'gone.ts')}:3:7`, ['label'])).toEqual({
    file: join(folder, 'gone.ts'),
    line: 3,
    column: 7,
    length: 1,
    related: [],
  })
})

test('a stack without a file of the author points nowhere', () => {
  expect(locateAt('Error\n    at node:internal/main:1:1\n    at /x/node_modules/kitewright/index.js:1:1', [])).toBe(
    undefined,
  )
})

test('frames of kitewright are passed over', () => {
  const file = write('own.ts', `command({ label: 'x' })`)
  const stack = `Error\n    at service (/x/node_modules/kitewright/dist/presets.js:1:1)\n    at <anonymous> (file://${file}?v=1:1:1)`
  expect(locateAt(stack, ['label'])).toEqual({
    file,
    line: 1,
    column: 18,
    length: 3,
    sourceLine: `command({ label: 'x' })`,
    related: [],
  })
})
