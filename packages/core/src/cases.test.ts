// The cases of each diagnostic stand beside what raises it, in `cases/<CODE>/`: `ok.ts` holds pipelines that look like
// the mistake and are right, `not-ok.ts` pipelines with exactly one mistake each, `not-ok.txt` what is told of those.
// The default export is a map of pipelines by name; one that is compiled with options is `{ pipeline, options }`.
import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Path, shownName } from '@kitewright/schema'
import { describe, expect, test } from 'vitest'
import { isSettled } from './check/is-settled.ts'
import { rules } from './check/rules.ts'
import { compile, type CompileOptions } from './compile.ts'
import { draft } from './draft.ts'
import type { Diagnostic } from './model/diagnostic.ts'
import type { Graph } from './model/graph.ts'
import type { Origin } from './model/origin.ts'
import type { PipelineValue } from './model/pipeline.ts'
import { splitUpload } from './split/split-upload.ts'

type Case = PipelineValue | { readonly pipeline: PipelineValue; readonly options: CompileOptions }
type Cases = { readonly [name: string]: Case }

/** What is told of a pipeline, with what it takes to show it. */
interface Told {
  readonly diagnostics: readonly Diagnostic[]
  readonly graph: Graph
}

const folders = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => basename(dirname(path)) === 'cases')
  .toSorted((a, b) => basename(a).localeCompare(basename(b)))

const optional: ReadonlySet<string> = new Set(rules.flatMap(({ code, isOptional }) => (isOptional ? code : [])))

describe.each(folders)('%s', async (folder) => {
  const code = basename(folder)
  const also = optional.has(code) ? [code] : []
  const read = async (file: string): Promise<readonly (readonly [string, Case])[]> => {
    const { default: cases } = (await import(join(import.meta.dirname, folder, file))) as { readonly default: Cases }
    return Object.entries(cases)
  }
  // What cannot be sent in parts is found by who parts it.
  const tell = folder.startsWith('split') ? refusal : diagnostics
  const [right, wrong] = await Promise.all([read('ok.ts'), read('not-ok.ts')])

  test('says nothing where all is well', () => {
    const codes = right.map(([name, value]) => [name, codesOf(tell(value, also))])
    expect(codes).toEqual(right.map(([name]) => [name, []]))
  })

  test('tells each mistake once', async () => {
    const told = wrong.map(([name, value]) => ({ name, ...tell(value, also) }))
    expect(told.map(({ name, ...rest }) => [name, codesOf(rest)])).toEqual(wrong.map(([name]) => [name, [code]]))
    const text = told.map(
      ({ name, ...rest }) => `${name}\n${rest.diagnostics.map((each) => shown(each, rest)).join('')}`,
    )
    await expect(text.join('\n')).toMatchFileSnapshot(join(import.meta.dirname, folder, 'not-ok.txt'))
  })

  test('is never settled at a glance', () => {
    const settled = wrong.filter(([, value]) => tell === diagnostics && isSettledCase(value, also))
    expect(settled.map(([name]) => name)).toEqual([])
  })

  if (!optional.has(code)) return
  test('says nothing unless asked', () => {
    const codes = wrong.map(([name, value]) => [name, codesOf(tell(value, []))])
    expect(codes).toEqual(wrong.map(([name]) => [name, []]))
  })
})

function parts(value: Case): { readonly pipeline: PipelineValue; readonly options: CompileOptions } {
  return typeof value === 'object' && value !== null && 'pipeline' in value ? value : { pipeline: value, options: {} }
}

function diagnostics(value: Case, also: readonly string[]): Told {
  const { pipeline, options } = parts(value)
  const { graph, diagnostics: found } = compile({ value: pipeline, trace: {} }, { also, ...options })
  return { graph, diagnostics: found }
}

function isSettledCase(value: Case, also: readonly string[]): boolean {
  const { pipeline, options } = parts(value)
  return isSettled(draft({ value: pipeline, trace: {} }), { also, ...options })
}

function refusal(value: Case): Told {
  const { graph } = compile({ value: parts(value).pipeline, trace: {} })
  const { refusal: refused } = splitUpload(graph)
  return { graph, diagnostics: refused ? [refused] : [] }
}

function codesOf({ diagnostics: found }: Told): readonly string[] {
  return found.map(({ code }) => code)
}

/** A diagnostic with everything that it says, the place of its author only where it is another one. */
function shown({ path, origin, related = [], mend = [], ...diagnostic }: Diagnostic, { graph }: Told): string {
  const { code, severity, message, why, hint, secret } = diagnostic
  const place = shownPath(path)
  const written = origin && placeOf(origin, graph)
  const lines = [
    `${severity}[${code}] ${place}${origin?.target === 'key' ? ' (its name)' : ''}: ${message}`,
    written !== place && `  written at: ${written}`,
    origin?.span && `  text: ${JSON.stringify(origin.span.part)}`,
    why !== undefined && `  why: ${why}`,
    hint !== undefined && `  hint: ${hint}`,
    ...related.map((other) => `  related: ${other.message} (${placeOf(other.origin, graph)})`),
    ...mend.map(({ to }) => `  mend: ${JSON.stringify(to)}`),
    secret !== undefined && '  its value is not shown',
  ]
  return lines.map((line) => (typeof line === 'string' ? `  ${legible(line)}\n` : '')).join('')
}

/** A text in which everything shows, in one line. */
function legible(text: string): string {
  return text.replace(/[\p{Surrogate}\p{Cc}]/gu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Where a diagnostic says that its author wrote something: inside the step, or the pipeline, that a call made. */
function placeOf({ trace, path }: Origin, graph: Graph): string {
  const owner = [graph, ...graph.nodes].find((candidate) => candidate.trace === trace)
  const start = owner === undefined ? ['a step left out'] : 'path' in owner ? owner.path : []
  return shownPath([...start, ...path])
}

function shownPath(path: Path): string {
  return path.map((part) => shownName(String(part))).join('.') || 'the pipeline'
}
