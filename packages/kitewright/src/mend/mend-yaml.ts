import type { Mend } from '@kitewright/core'
import { locate, parsePipeline, type ParsedPipeline, type Path, type SourceNode, toJson } from '@kitewright/core/parse'
import type { PathInYaml } from '../locate/find-in-yaml.ts'
import { partInText } from '../locate/part-in-text.ts'
import { differingWords } from './differing-words.ts'
import { editBetween, sharedParts, type TextEdit } from './text-edit.ts'

/** A document of a file, and how paths of its pipeline lead into it. */
export interface YamlDocument {
  readonly parsed: ParsedPipeline
  readonly pathIn: PathInYaml
  readonly file: string
  readonly text: string
}

/**
 * The changes of a file of YAML that a mend comes to: nothing but the texts that it is about. Each is read again, as the
 * agent does, to prove that. None where the text is put together of others, or cannot be written in its place.
 */
export function mendYaml({ path, origin, from, to }: Mend, document: YamlDocument): readonly TextEdit[] {
  const { parsed, pathIn } = document
  const { path: inside } = pathIn(path)
  const { key, node } = locate(parsed.source, parsed.targets, inside)
  if (origin.target === 'key')
    return edited({ path: [...inside.slice(0, -1), String(to)], span: key, from, to, style: 'plain' }, document)
  if (node.kind === 'scalar') return mendText(node, { path: inside, from, to }, document)
  return node.kind === 'list' ? mendLines(node.items, inside, { from, to }, document) : []
}

/** A text that is as it is written, or has its dollar signs escaped there. */
function mendText(
  node: Extract<SourceNode, { readonly kind: 'scalar' }>,
  { path, from, to }: Pick<Mend, 'path' | 'from' | 'to'>,
  document: YamlDocument,
): readonly TextEdit[] {
  const escaped = node.text === from ? to : escapedAs(node.text, from, to)
  return escaped === undefined ? [] : edited({ ...node, path, from: node.text, to: escaped }, document)
}

/** Another text where one is written with the agent's escapes. Undefined where it is another one. */
function escapedAs(written: string, from: string, to: Mend['to']): string | undefined {
  const pieces = [...written.matchAll(/\\\\|\\\$|\$\$|[^]/g)]
  const units = pieces.flatMap(({ 0: piece, index }) =>
    piece === '\\\\'
      ? [
          { unit: '\\', index },
          { unit: '\\', index: index + 1 },
        ]
      : [{ unit: piece.slice(-1), index }],
  )
  if (typeof to !== 'string' || units.map(({ unit }) => unit).join('') !== from) return undefined
  const { before, behind } = sharedParts(from, to)
  const [start, end] = [before, from.length - behind].map((offset) => units[offset]?.index ?? written.length)
  return `${written.slice(0, start)}${to.slice(before, to.length - behind).replaceAll('$', '$$$$')}${written.slice(end)}`
}

/** A list of commands is one text with a line for each (docs/spec/pipeline.md §5.1). */
function mendLines(
  items: readonly SourceNode[],
  path: Path,
  { from, to }: Pick<Mend, 'from' | 'to'>,
  document: YamlDocument,
): readonly TextEdit[] {
  const texts = items.map((item) => (item.kind === 'scalar' ? item.text : undefined))
  const rest = String(to).split('\n')
  if (texts.includes(undefined) || texts.join('\n') !== from || rest.length !== from.split('\n').length) return []
  return items.flatMap((item, index) => {
    if (item.kind !== 'scalar') return []
    const mended = rest.splice(0, item.text.split('\n').length).join('\n')
    return mended === item.text ? [] : mendText(item, { path: [...path, index], from: item.text, to: mended }, document)
  })
}

type Style = Extract<SourceNode, { readonly kind: 'scalar' }>['style']

/** A text as it is written, and what is to stand there. */
interface Written extends Pick<Mend, 'from' | 'to' | 'path'> {
  readonly span: SourceNode['span'] | undefined
  readonly style: Style
}

function edited(written: Written, document: YamlDocument): readonly TextEdit[] {
  const { span } = written
  if (span === undefined) return []
  const { file, text } = document
  const old = text.slice(span.offset, span.end)
  for (const raw of spellings(written, old)) {
    const changed = `${text.slice(0, span.offset)}${raw}${text.slice(span.end)}`
    const start = span.offset - (text.startsWith('\ufeff') ? 1 : 0)
    if (isOnlyChange(written, changed, document)) return [editBetween(old, raw, { file, start })]
  }
  return []
}

/** How the new text may be written: as it was, or in quotes. */
function* spellings({ from, to, style }: Written, old: string): Iterable<string> {
  if (typeof to !== 'string') return yield String(to)
  const inPlace = style === 'plain' && old === from ? to : withWords(old, from, to, style)
  if (inPlace !== undefined) yield inPlace
  if (to.includes('\n') || style === 'literal' || style === 'folded') return
  const quoted = [`'${to.replaceAll("'", "''")}'`, JSON.stringify(to)]
  yield* style === 'double' ? quoted.toReversed() : quoted
}

/** What is written with other words in the places of those that differ. */
function withWords(old: string, from: string, to: string, style: Style): string | undefined {
  let changed: string | undefined = old
  for (const word of differingWords(from, to)?.toReversed() ?? []) {
    const part = spelt(word.from, style)
    const before = from.slice(0, word.start).split(word.from).length - 1
    const place = partInText({ start: 0, end: 0, part, before }, [{ start: 0, end: changed.length }], changed)
    if (place === undefined) return undefined
    changed = `${changed.slice(0, place.start)}${spelt(word.to, style)}${changed.slice(place.end)}`
  }
  return changed === old ? undefined : changed
}

function spelt(text: string, style: Style): string {
  if (style === 'single') return text.replaceAll("'", "''")
  return style === 'double' ? JSON.stringify(text).slice(1, -1) : text
}

/** Whether a changed file says the same as before but for one text. */
function isOnlyChange({ span, to, path }: Written, changed: string, { parsed, text }: YamlDocument): boolean {
  const [before, after] = [streamOf(parsed, text), parsePipeline(changed)]
  const { length } = before.pipelines
  const at = before.pipelines.findIndex(({ source }) => source.span.offset === parsed.source.span.offset)
  const found = after.pipelines[at]
  if (found === undefined || after.pipelines.length !== length || after.problems.length > before.problems.length)
    return false
  const isSame = before.pipelines.every(({ source }, index) =>
    isSameBut(source, after.pipelines[index]?.source ?? source, { offset: span?.offset ?? -1, text: String(to) }),
  )
  const value = path.reduce<unknown>((inner, part) => Object(inner)[part] as unknown, toJson(found.value))
  return isSame && (value === to || isKey(path, to, value))
}

/** The file as it is, read once for all of its mends. */
function streamOf(parsed: ParsedPipeline, text: string): ReturnType<typeof parsePipeline> {
  const stream = streams.get(parsed) ?? parsePipeline(text)
  streams.set(parsed, stream)
  return stream
}

const streams = new WeakMap<ParsedPipeline, ReturnType<typeof parsePipeline>>()

function isKey(path: Path, to: Mend['to'], value: unknown): boolean {
  return path.at(-1) === to && value !== undefined
}

function isSameBut(
  one: SourceNode,
  other: SourceNode,
  changed: { readonly offset: number; readonly text: string },
): boolean {
  if (one.anchor !== other.anchor) return false
  if (one.kind === 'scalar' && other.kind === 'scalar') {
    if (one.span.offset === changed.offset) return other.text === changed.text && other.tag === one.tag
    return one.text === other.text && one.style === other.style && one.tag === other.tag
  }
  if (one.kind === 'alias' && other.kind === 'alias') return one.name === other.name
  const [parts, others] = [partsOf(one), partsOf(other)]
  return (
    one.kind === other.kind &&
    parts.length === others.length &&
    parts.every((part, index) => isSameBut(part, others[index] as SourceNode, changed))
  )
}

function partsOf(node: SourceNode): readonly SourceNode[] {
  if (node.kind === 'list') return node.items
  return node.kind === 'map' ? node.pairs.flatMap(({ key, value }) => [key, value]) : []
}
