import { derivedKeyOf, slug } from '@kitewright/core'
import type { Mask, Stretch } from '../world/world.ts'
import { findForms } from './find-forms.ts'
import { literalSecrets, privateKeyLines } from './literal-secrets.ts'
import { shortestSecret, writtenForms } from './written-forms.ts'

/** What takes the given values, and what shows by its form that it is a secret, out of texts. */
export function maskOf(values: readonly string[]): Mask {
  // Keys are made of labels.
  const known = values.flatMap((value) => [value, slug(value), derivedKeyOf(value)]).filter(isLongEnough)
  const parts = new Set<string>()
  const forms = findForms([...new Set(known)].flatMap((value) => writtenForms(value, parts)))
  const several = severalLines([...new Set(known)])
  const find = (text: string): readonly Stretch[] => [...literalsIn(text), ...forms(text)]
  return {
    hide: (text) => replaceAt(text, find(text), () => '[REDACTED]'),
    blank: (text, more) => replaceAt(text, [...find(text), ...more], stars),
    literals: (text) => literalsIn(text).map(([start, end]) => text.slice(start, end)),
    unfinished: (text) => several.reduce((first, begins) => Math.min(first, begins(text)), text.length),
    and: (more) => maskOf([...values, ...more]),
  }
}

/** Where in a text a secret of several lines may begin that goes on behind it; infinity if nowhere. */
type Begins = (text: string) => number

function severalLines(values: readonly string[]): readonly Begins[] {
  const lines = values.map((value) => value.trim().split(/\r\n|[\r\n]/)).filter(({ length }) => length > 1)
  const counts = [...new Set(lines.map(({ length }) => length))]
  return [
    beginsWithin(privateKeyLines.lines, (text) => matches(text, [privateKeyLines.begin])),
    ...counts.map((count) => {
      const firsts = new Set(lines.filter(({ length }) => length === count).map(([first = '']) => first))
      return beginsWithin(count, findForms([...firsts].map((first) => writtenForms(first)[0])))
    }),
  ]
}

/** A secret has so many lines at most: what began before the last so many is over. */
function beginsWithin(count: number, find: (text: string) => readonly Stretch[]): Begins {
  return (text) => {
    let place = text.length
    for (let line = 0; line < count && place > 0; line++) place = text.lastIndexOf('\n', place - 1)
    const from = place + 1
    return find(text.slice(from)).reduce((first, [start]) => Math.min(first, from + start), Infinity)
  }
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
