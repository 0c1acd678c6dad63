import type { Code } from './code.ts'
import { literal } from './code.ts'
import type { Difference, Differences } from './differences.ts'

/** Texts as one with variables in it: those that are known already, otherwise one for what is not the same in all. */
export function commonText(texts: readonly string[], path: readonly string[], all: Differences): Code {
  const known = inVariables(
    texts,
    all.found.toSorted((a, b) => lengthOf(b) - lengthOf(a)),
  )
  if (known !== undefined) return template(known)
  const attribute = path.at(-1) ?? ''
  const { before, after } = sameEnds(texts)
  const middles = texts.map((text) => text.slice(before, text.length - after))
  if (isTooLittle(before + after, texts, attribute) || middles.includes(''))
    return all.variableFor(texts.map(literal), wholeTexts(texts.map(literal), attribute))
  const [first = ''] = texts
  return template([first.slice(0, before), ...variablesFor(middles, attribute, all), first.slice(first.length - after)])
}

/** Whether what texts begin and end with is not worth a template. */
function isTooLittle(length: number, texts: readonly string[], attribute: string): boolean {
  return length === 0 || (attribute === 'command' && length * 5 < Math.max(...texts.map((text) => text.length)))
}

/** The variable of what differs, or one of its folder and one of its file. */
function variablesFor(middles: readonly string[], attribute: string, all: Differences): readonly (string | Code)[] {
  const paths = middles.map((middle) => /^([^ ]+)\/([^/ ]+)$/.exec(middle))
  if (all.splitsPaths && attribute === 'command' && !paths.includes(null)) {
    const [folders, files] = [1, 2].map((part) => paths.map((match) => literal(match?.[part] ?? '')))
    return [
      all.variableFor(folders ?? [], ['folder', attribute]),
      '/',
      all.variableFor(files ?? [], ['file', attribute]),
    ]
  }
  const word = wordFor(attribute, middles)
  return [all.variableFor(middles.map(literal), [word, `other ${word}`, attribute])]
}

const lengthOf = ({ values }: Difference): number =>
  values.reduce((sum, value) => sum + (value.form === 'literal' ? String(value.value).length : 0), 0)

const template = (parts: readonly (string | Code)[]): Code => {
  const written = parts.filter((part) => part !== '')
  const [only] = written
  return written.length === 1 && typeof only === 'object' ? only : { form: 'template', parts: written }
}

/** The texts as what is around the values of variables. Returns undefined if that is not the same in all. */
function inVariables(
  texts: readonly string[],
  differences: readonly Difference[],
): readonly (string | Code)[] | undefined {
  const [first = ''] = texts
  if (texts.every((text) => text === first)) return [first]
  for (const { variable, values } of differences) {
    const words = values.map((value) =>
      value.form === 'literal' && typeof value.value === 'string' ? value.value : '',
    )
    // Of one character, chance would find many.
    if (words.some((word) => word.length < 2)) continue
    const split = texts.map((text, index) => text.split(words[index] ?? ''))
    const count = split[0]?.length ?? 0
    if (count < 2 || split.some((parts) => parts.length !== count)) continue
    const columns =
      split[0]?.map((_, place) =>
        inVariables(
          split.map((parts) => parts[place] ?? ''),
          differences,
        ),
      ) ?? []
    if (columns.includes(undefined)) continue
    const name: Code = { form: 'name', name: variable.name }
    return columns.flatMap((column, place) => (place === 0 ? (column ?? []) : [name, ...(column ?? [])]))
  }
  return undefined
}

/** How many characters all texts begin and end with, whole words alone. */
function sameEnds(texts: readonly string[]): { readonly before: number; readonly after: number } {
  const [first = ''] = texts
  const shortest = Math.min(...texts.map(({ length }) => length))
  let before = 0
  while (before < shortest && texts.every((text) => text[before] === first[before])) before++
  let after = 0
  while (after < shortest - before && texts.every((text) => text.at(-1 - after) === first.at(-1 - after))) after++
  while (before > 0 && isInWord(texts, before)) before--
  while (after > 0 && texts.some((text) => isInWord([text], text.length - after))) after--
  return { before, after }
}

/** Whether a text would be cut between two letters or digits, behind the dashes of an option, or inside an escape or pair. */
const isInWord = (texts: readonly string[], at: number): boolean =>
  texts.some(
    (text) =>
      /[\p{L}\p{N}\p{M}\p{S}\p{C}]{2}/u.test(text.slice(at - 1, at + 1)) ||
      /(?:^|\s)-+$/.test(text.slice(0, at)) ||
      isPair(text, at) ||
      isInEmoji(text, at),
  )

const isInEmoji = (text: string, at: number): boolean =>
  [...text.matchAll(/(?::[\w+-]+:)+/g)].some(({ index, 0: emoji }) => at > index && at < index + emoji.length)

const isPair = (text: string, at: number): boolean => (text.codePointAt(at - 1) ?? 0) > 0xffff

/** Names of attributes that say more of a value than the attribute's own, or that no function of kitewright has. */
const words = new Map([
  ['artifact_paths', 'artifacts'],
  ['block', 'name'],
  ['group', 'name'],
  ['if', 'condition'],
  ['input', 'name'],
  ['trigger', 'pipeline'],
])

/** The texts that a variable can be named after which is all of an attribute's value; the attribute is the last. */
export function wholeTexts(values: readonly Code[], attribute = ''): readonly string[] {
  const command = values.some(({ form }) => form === 'list') ? 'commands' : 'run'
  const word = attribute === 'command' ? command : words.get(attribute)
  return word === undefined ? [attribute] : [word, attribute]
}

function wordFor(attribute: string, middles: readonly string[]): string {
  if (attribute === 'label') return 'name'
  if (attribute !== 'command') return words.get(attribute) ?? attribute
  if (middles.every((middle) => /^\d+$/.test(middle))) return 'count'
  return middles.every((middle) => /^[\w./-]*[./][\w./-]*$/.test(middle)) ? 'file' : 'target'
}
