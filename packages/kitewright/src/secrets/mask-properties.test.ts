import { derivedKeyOf, slug } from '@kitewright/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeDollar } from '../../../core/src/agent/interpolation/escape-dollar.ts'
import { runs } from '../../../../test/runs.ts'
import { maskOf } from './mask.ts'
import { writtenForms } from './written-forms.ts'

/** Few characters, so that secrets are parts of each other, and begin and end alike. */
const secrets = fc.array(fc.string({ unit: fc.constantFrom(...'aabb12Z$"\'\\\n -é'), minLength: 6, maxLength: 24 }), {
  minLength: 1,
  maxLength: 6,
})

const ways: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => JSON.stringify(secret).slice(1, -1),
  (secret) => secret.replaceAll("'", "''"),
  (secret) => secret.replaceAll('\n', '\r\n    '),
  (secret) => secret.replace(/[\\`*_{}[\]<>|#~$&]/g, '\\$&'),
  escapeDollar,
  (secret) => `${secret.slice(0, 8)}…`,
]

/** A text of secrets as they may be written, close to each other or across, and words. */
const masked = secrets.chain((values) =>
  fc.record({
    values: fc.constant(values),
    text: fc
      .array(
        fc.oneof(
          fc.tuple(fc.constantFrom(...values), fc.constantFrom(...ways)).map(([secret, write]) => write(secret.trim())),
          fc.string({ unit: fc.constantFrom(...'ab12 \n…'), maxLength: 6 }),
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join('')),
  }),
)

/** Looks for each form of each secret by itself, one after the other, through the whole text. */
function foundSlowly(values: readonly string[], text: string): readonly boolean[] {
  const isHidden = Array.from(text, () => false)
  // A secret in a label is also in the key that is made of it.
  const written = values.flatMap((value) => [value, slug(value), derivedKeyOf(value)])
  const known = written.filter((value) => Buffer.byteLength(value.trim()) >= 6)
  for (const form of known.flatMap((value) => writtenForms(value))) {
    for (const expression of expressionsOf(form.map(({ pattern }) => pattern))) {
      for (const { 0: found, index } of text.matchAll(expression)) isHidden.fill(true, index, index + found.length)
    }
  }
  return isHidden
}

/** The whole, and the longest beginning of six units to 64 that a text is cut behind. */
function expressionsOf(units: readonly string[]): readonly RegExp[] {
  const more = units.slice(6, Math.min(units.length - 1, 64))
  const beginning = `${units.slice(0, 6).join('')}${more.map((unit) => `(?:${unit}`).join('')}${')?'.repeat(more.length)}(?=…)`
  return [units.join(''), ...(units.length > 6 ? [beginning] : [])].map((pattern) => new RegExp(pattern, 'g'))
}

test('what a search for each form by itself finds is hidden, and nothing where that finds nothing', () => {
  const property = fc.property(masked, ({ values, text }) => {
    const mask = maskOf(values)
    const isHidden = foundSlowly(values, text)
    const stars = mask.blank(text, [])
    const shown = Array.from({ length: text.length }, (_, index) => index).filter(
      (index) => isHidden[index] === true && !/[*\r\n]/.test(stars.charAt(index)),
    )
    const isLeft = isHidden.includes(true) || mask.hide(text) === text
    expect({ shown, isLeft }).toEqual({ shown: [], isLeft: true })
  })
  fc.assert(property, { numRuns: runs(200) })
})
