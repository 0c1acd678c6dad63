import { expect, test } from 'vitest'
import { mutationsOf } from '../../scripts/mutate/mutations.ts'
import { switched } from '../../scripts/mutate/switched.ts'

/** A source with those of its mutants that stand in some text. */
function withMutants(text: string, afters: readonly string[]): string {
  const mutants = mutationsOf('source.ts', text).filter(({ after }) => afters.includes(after))
  return switched(
    text,
    mutants.map((mutation, id) => ({ ...mutation, id })),
  )
}

test.each<[string, readonly string[], string]>([
  ['f(a < b)', ['<='], 'f((isMutant(0) ? (a <= b) : (a < b)))'],
  ['f(a === 1)', ['!==', '2'], 'f((isMutant(0) ? (a !== 1) : (a === (isMutant(1) ? (2) : (1)))))'],
  ['f(a)', [';'], '{if (isMutant(0)) {;} else {f(a)}}'],
  ['if (a) f(a)', ['true', 'false'], 'if ((isMutant(0) ? (true) : ((isMutant(1) ? (false) : (a))))) f(a)'],
  ['let b = a\nb += 1', ['b -= 1', '-='], 'let b = a\n{if (isMutant(0)) {b -= 1} else {b += 1}}'],
  ['f(([a, b] = c))', [''], 'f(((isMutant(0) ? ([b] = c) : ((isMutant(1) ? ([a, ] = c) : ([a, b] = c))))))'],
  ['f(a?.b.some(g).c)', ['every'], 'f((isMutant(0) ? (a?.b.every(g).c) : (a?.b.some(g).c)))'],
  ['f(a.some(g)!.c)', ['every'], 'f((isMutant(0) ? (a.every(g)!) : (a.some(g)!)).c)'],
  ['f([a, ...b])', [''], 'f((isMutant(0) ? ([...b]) : ((isMutant(1) ? ([a, ]) : ([a, ...b])))))'],
])('%s with %j', (text, afters, expected) => {
  expect(withMutants(text, afters)).toBe(expected)
})
