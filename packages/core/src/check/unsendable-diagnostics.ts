import { interpolatedText, isInterpolated, type Path, shownName } from '@kitewright/schema'
import { valueAt } from '../attributes/value-at.ts'
import { findUnsendable } from '../emit/find-unsendable.ts'
import type { EmitOptions } from '../emit/text-rules.ts'
import type { Unsendable, UnsendableProblem } from '../emit/unsendable.ts'
import type { WirePipeline } from '../emit/wire-pipeline.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Graph, Node } from '../model/graph.ts'
import { originAt } from '../model/origin-at.ts'

type Texts = Pick<Diagnostic, 'code' | 'why' | 'hint'>

const text: Texts = {
  code: 'KW4003',
  why: 'YAML and JSON cannot carry half of a surrogate pair',
  hint: 'a text cut in the middle of an emoji has one: cut at whole characters',
}
/** A number that does not arrive as JavaScript has it. */
export const inexactNumber: Texts = {
  code: 'KW4004',
  why: 'the agent would refuse it or change it',
  hint: 'write it as text, or as a finite number below 2^53',
}
const key: Texts = {
  code: 'KW4005',
  why: 'the agent would refuse the pipeline, or lose one of two entries in silence',
  hint: 'choose another name for the entry',
}
const data: Texts = {
  code: 'KW4006',
  why: 'a pipeline is text, numbers, booleans, lists and maps; nothing else can be sent',
  hint: 'write the value as text',
}
const expression: Texts = {
  code: 'KW4007',
  why: 'the agent would refuse the whole upload',
  hint: 'write $NAME, ${NAME}, ${NAME:-default}, ${NAME:0:7} or ${NAME?message}',
}

const texts: Readonly<Record<UnsendableProblem, Texts>> = {
  'lone-surrogate': text,
  'not-finite': inexactNumber,
  'large-integer': inexactNumber,
  'changed-number': { ...inexactNumber, hint: 'write it as text' },
  'long-key': key,
  'empty-key': key,
  'colliding-keys': key,
  'unstable-key': key,
  'not-data': data,
  cyclic: data,
  'too-deep': data,
  'bad-expression': expression,
}

/** What cannot arrive as written, with the step that it stands in (docs/spec/text.md §4). */
export function unsendableDiagnostics(
  graph: Graph,
  pipeline: WirePipeline,
  options: EmitOptions,
): readonly Diagnostic[] {
  return findUnsendable(pipeline, options).map((found) => diagnostic(found, graph, valueAt(pipeline, found.path)))
}

/** Whether a value is among them that rules cannot walk through, since it has no end. */
export function areEndless(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ code }) => code === data.code)
}

function diagnostic({ path, problem, message }: Unsendable, graph: Graph, value: unknown): Diagnostic {
  const node = holder(path, graph)
  const inside = path.slice(node?.path.length ?? 0)
  const target = texts[problem] === key ? 'key' : 'value'
  return {
    severity: 'error',
    message: inside.length > 0 ? `${shown(inside)}: ${message}` : message,
    path,
    origin: { ...originAt(node ?? graph, inside), target },
    ...texts[problem],
    ...(problem === 'bad-expression' && ofGitHub(value)),
  }
}

/** What to write instead of `${{ … }}`, which is an expression of GitHub Actions. */
function ofGitHub(value: unknown): Pick<Texts, 'hint'> | undefined {
  const written = isInterpolated(value) ? value[interpolatedText] : value
  const [, inside] = (typeof written === 'string' && /\$\{\{\s*([^{}]*?)\s*\}\}/.exec(written)) || []
  if (inside === undefined) return undefined
  const variable = /^(?:env|secrets|vars)\.(\w+)$/.exec(inside)?.[1]
  const instead = inside.startsWith('matrix') ? `{{${inside}}}` : variable === undefined ? '$NAME' : `$${variable}`
  return { hint: `\${{ … }} is GitHub's: write ${instead}` }
}

/** A path as far as anybody reads it. */
function shown(path: Path): string {
  const names = path.map((part) => (part === '' ? '""' : shownName(String(part))))
  return names.length <= 10 ? names.join('.') : `${names.slice(0, 9).join('.')}.…`
}

/** The innermost step that a place of the printed pipeline belongs to. */
function holder(path: Path, { nodes, roots }: Graph): Node | undefined {
  if (path[0] !== 'steps') return undefined
  const root = nodes[roots[Number(path[1])] ?? -1]
  const child = path[2] === 'steps' ? nodes[root?.children[Number(path[3])] ?? -1] : undefined
  return child ?? root
}
