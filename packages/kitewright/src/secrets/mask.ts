import { derivedKeyOf, slug } from '@kitewright/core'
import type { Mask, Stretch } from '../world/world.ts'
import { formIndex } from './form-index.ts'
import { literalSecrets, privateKeyLines } from './literal-secrets.ts'
import { shortestSecret, writtenForms } from './written-forms.ts'

/** What takes the given values, and what shows by its form that it is a secret, out of texts. */
export function maskOf(values: readonly string[]): Mask {
  // Keys are made of labels.
  const known = values.flatMap((value) => [value, slug(value), derivedKeyOf(value)]).filter(isLongEnough)
  const forms = [...new Set(known)].map(writtenForms)
  const whole = formIndex(forms.flatMap((form) => form.whole))
  const cut = formIndex(forms.flatMap((form) => form.cut))
  const several = [privateKeyLines, ...known.flatMap(severalLines)]
  const find = (text: string): readonly Stretch[] => [
    ...literalsIn(text),
    ...matches(text, [...whole(text), ...(text.includes('…') ? cut(text) : [])]),
  ]
  return {
    hide: (text) => replaceAt(text, find(text), () => '[REDACTED]'),
    blank: (text, more) => replaceAt(text, [...find(text), ...more], stars),
    literals: (text) => literalsIn(text).map(([start, end]) => text.slice(start, end)),
    unfinished: (text) => Math.min(text.length, ...several.flatMap((secret) => beginsIn(text, secret))),
    and: (more) => maskOf([...values, ...more]),
  }
}

/** How a secret of several lines begins, and how many it has at most. */
interface SeveralLines {
  readonly begin: RegExp
  readonly lines: number
}

function severalLines(value: string): readonly SeveralLines[] {
  const [first = '', ...others] = value.trim().split(/\r\n|[\r\n]/)
  return others.length === 0 ? [] : [{ begin: writtenForms(first).whole[0].pattern(), lines: others.length + 1 }]
}

function beginsIn(text: string, { begin, lines }: SeveralLines): readonly number[] {
  const found = [...text.matchAll(begin)].map(({ index }) => index)
  return found.filter((index) => text.slice(index).split('\n').length <= lines)
}

function isLongEnough(value: string): boolean {
  return Buffer.byteLength(value.trim()) >= shortestSecret
}

function literalsIn(text: string): readonly Stretch[] {
  return matches(text, literalSecrets)
}

function matches(text: string, patterns: readonly RegExp[]): readonly Stretch[] {
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(stretchOf))
}

function stretchOf(match: RegExpExecArray): Stretch {
  return match.indices?.groups?.['secret'] ?? [match.index, match.index + match[0].length]
}

/** As long as the text, with the same lines. */
function stars(text: string): string {
  return text.replace(/[^\r\n]/g, '*')
}

/** One may begin inside another. */
function replaceAt(text: string, stretches: readonly Stretch[], replacement: (part: string) => string): string {
  let [shown, end] = ['', 0]
  for (const [from, to] of merged(stretches)) {
    shown += text.slice(end, from) + replacement(text.slice(from, to))
    end = to
  }
  return shown + text.slice(end)
}

function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = []
  for (const [start, end] of stretches.toSorted(([one], [other]) => one - other)) {
    const last = result.at(-1)
    if (last === undefined || start >= last[1]) result.push([start, end])
    else result[result.length - 1] = [last[0], Math.max(last[1], end)]
  }
  return result
}
