import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../../test/runs.ts'
import { always, createDiagrams, never, type Ref, TooLarge } from './bdd.ts'

type Formula =
  | { readonly variable: number }
  | { readonly not: Formula }
  | { readonly and: readonly Formula[] }
  | { readonly or: readonly Formula[] }

const count = 5
const { formula } = fc.letrec<{ readonly formula: Formula }>((tie) => {
  const parts = fc.array(tie('formula'), { maxLength: 3 })
  return {
    formula: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.record({ variable: fc.nat(count - 1) }),
      fc.record({ not: tie('formula') }),
      fc.record({ and: parts }),
      fc.record({ or: parts }),
    ),
  }
})

function holds(one: Formula, world: number): boolean {
  if ('variable' in one) return ((world >> one.variable) & 1) === 1
  if ('not' in one) return !holds(one.not, world)
  return 'and' in one ? one.and.every((part) => holds(part, world)) : one.or.some((part) => holds(part, world))
}

const worlds = Array.from({ length: 2 ** count }, (_, world) => world)

test('a formula says what trying every world says', () => {
  fc.assert(
    fc.property(formula, formula, (one, other) => {
      const { variable, not, and, or, without, cheapest, holds: holdsIn, support } = createDiagrams()
      const variables = Array.from({ length: count }, variable)
      const refOf = (part: Formula): Ref =>
        'variable' in part
          ? (variables[part.variable] as Ref)
          : 'not' in part
            ? not(refOf(part.not))
            : 'and' in part
              ? and(...part.and.map(refOf))
              : or(...part.or.map(refOf))
      const [ref, second] = [refOf(one), refOf(other)]
      const holding = worlds.filter((world) => holds(one, world))
      // One form for each formula.
      expect(ref === second).toBe(worlds.every((world) => holds(one, world) === holds(other, world)))
      expect([ref === never, ref === always]).toEqual([holding.length === 0, holding.length === worlds.length])
      const modelOf = (world: number): ReadonlyMap<Ref, boolean> =>
        new Map(variables.map((asked, index) => [asked, holds({ variable: index }, world)]))
      expect(worlds.filter((world) => holdsIn(ref, modelOf(world)))).toEqual(holding)
      const matter = variables.filter((_, index) =>
        worlds.some((world) => holds(one, world) !== holds(one, world ^ (1 << index))),
      )
      expect(new Set(support(ref))).toEqual(new Set(matter))
      const [first, , third] = variables as [Ref, Ref, Ref]
      const left = without(ref, [first, third])
      const flipped = worlds.map((world) => [0, 1, 4, 5].some((bits) => holds(one, world ^ bits)))
      expect([without(second, []), left === never, left === always]).toEqual([
        second,
        !flipped.includes(true),
        !flipped.includes(false),
      ])
      const bit = (asked: Ref): number => 2 ** variables.indexOf(asked)
      const found = cheapest(ref, bit)
      const cost = found && [...found].reduce((sum, [asked, isTrue]) => sum + (isTrue ? bit(asked) : 0), 0)
      // With these costs, that of a world is its number.
      expect(cost).toBe(holding[0])
    }),
    { numRuns: runs(500) },
  )
})

test('what grows too large is given up', () => {
  const { variable, and, or } = createDiagrams(200)
  const [left, right] = [0, 1].map(() => Array.from({ length: 12 }, variable)) as [Ref[], Ref[]]
  expect(() => or(...left.map((one, index) => and(one, right[index] as Ref)))).toThrow(TooLarge)
})
