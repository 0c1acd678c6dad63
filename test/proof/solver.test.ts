import * as fc from 'fast-check'
import * as logic from 'logic-solver'
import { expect, test } from 'vitest'
import { always, createDiagrams, never, type Ref } from '../../packages/prover/src/bdd.ts'
import { runs } from '../runs.ts'

// MiniSat is what our diagrams are compared with: another way to decide, by other people. More variables than can be tried.
const count = 24
const names = Array.from({ length: count }, (_, index) => `v${index}`)

/** A formula for both. */
interface Both {
  readonly ours: (diagrams: ReturnType<typeof createDiagrams>, variables: readonly Ref[]) => Ref
  readonly theirs: logic.Formula
}

const { formula } = fc.letrec<{ readonly formula: Both }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'medium' },
    fc
      .nat(count - 1)
      .map((index): Both => ({ ours: (_, variables) => variables[index] as Ref, theirs: names[index] as string })),
    tie('formula').map((one): Both => ({ ours: (d, v) => d.not(one.ours(d, v)), theirs: logic.not(one.theirs) })),
    fc.array(tie('formula'), { minLength: 1, maxLength: 4 }).map((parts): Both => ({
      ours: (d, v) => d.and(...parts.map((part) => part.ours(d, v))),
      theirs: logic.and(parts.map(({ theirs }) => theirs)),
    })),
    fc.array(tie('formula'), { minLength: 1, maxLength: 4 }).map((parts): Both => ({
      ours: (d, v) => d.or(...parts.map((part) => part.ours(d, v))),
      theirs: logic.or(parts.map(({ theirs }) => theirs)),
    })),
  ),
}))

/** Of many clauses, so that about half of them cannot hold: where a solver has to work. */
const clauses = fc
  .array(fc.array(fc.record({ index: fc.nat(9), isTrue: fc.boolean() }), { minLength: 2, maxLength: 3 }), {
    minLength: 20,
    maxLength: 50,
  })
  .map((list): Both => {
    const literal = ({ index, isTrue }: { readonly index: number; readonly isTrue: boolean }): Both => ({
      ours: ({ not }, variables) => (isTrue ? (variables[index] as Ref) : not(variables[index] as Ref)),
      theirs: isTrue ? (names[index] as string) : logic.not(names[index] as string),
    })
    return {
      ours: (d, v) => d.and(...list.map((clause) => d.or(...clause.map((one) => literal(one).ours(d, v))))),
      theirs: logic.and(list.map((clause) => logic.or(clause.map((one) => literal(one).theirs)))),
    }
  })

test.each([
  ['formulas of all kinds', formula],
  ['lists of clauses', clauses],
])('%s can hold where MiniSat says so, and are equal where it does', (_, drawn) => {
  fc.assert(
    fc.property(drawn, drawn, (one, other) => {
      const diagrams = createDiagrams()
      // One for all questions of a run: to make one takes longer than to ask it.
      const solver = new logic.Solver()
      const isSatisfiable = (wanted: logic.Formula): boolean => solver.solveAssuming(wanted) !== null
      const variables = Array.from(names, diagrams.variable)
      const [ref, second] = [one, other].map(({ ours }) => ours(diagrams, variables)) as [Ref, Ref]
      expect([ref !== never, ref === always]).toEqual([
        isSatisfiable(one.theirs),
        !isSatisfiable(logic.not(one.theirs)),
      ])
      expect(ref === second).toBe(!isSatisfiable(logic.xor(one.theirs, other.theirs)))
      const model = diagrams.cheapest(ref, () => 1)
      const literals = [...(model ?? [])].map(([asked, isTrue]) => {
        const name = names[variables.indexOf(asked)] as string
        return isTrue ? name : logic.not(name)
      })
      // What the model says is enough: whatever the other variables are.
      if (model !== undefined) expect(isSatisfiable(logic.and([...literals, logic.not(one.theirs)]))).toBe(false)
    }),
    { numRuns: runs(25) },
  )
})
