import { type Diagrams, type Ref } from './bdd.ts'

/** What Buildkite leaves open and a gate may hang on, with its ways beside the default (docs/spec/semantics.md §16). */
const otherWays = {
  if_and_branches: ['if', 'branches'],
  branches_list: ['all'],
  group_and_step_if: ['step'],
  group_and_step_depends_on: ['step'],
  absent_wait: ['barrier'],
  blank_if: ['false'],
} as const

export type OpenRule = keyof typeof otherWays

/** One way of an open rule, as the simulator's choices name both. */
export interface Taken {
  readonly rule: OpenRule
  readonly taken: string
}

export interface UnspecifiedRules {
  /** Whether a rule is taken in that way: a proof holds for each. */
  readonly isTaken: <Rule extends OpenRule>(rule: Rule, way: (typeof otherWays)[Rule][number]) => Ref
  /** Those that a model takes otherwise than by default. */
  readonly takenIn: (model: ReadonlyMap<Ref, boolean>) => readonly Taken[]
}

export function createUnspecified({ variable, and, not }: Diagrams): UnspecifiedRules {
  const refs = new Map<string, Ref>()
  const refOf = (rule: OpenRule, way: string): Ref => {
    const ref = refs.get(`${rule} ${way}`) ?? variable()
    refs.set(`${rule} ${way}`, ref)
    return ref
  }
  const isTaken: UnspecifiedRules['isTaken'] = (rule, way) =>
    and(refOf(rule, way), ...earlier(rule, way).map((one) => not(refOf(rule, one))))
  return {
    isTaken,
    takenIn: (model) =>
      (Object.keys(otherWays) as OpenRule[]).flatMap((rule) => {
        const taken = otherWays[rule].find((way) => model.get(refs.get(`${rule} ${way}`) ?? -1) === true)
        return taken === undefined ? [] : [{ rule, taken }]
      }),
  }
}

/** The ways of a rule that win over another one: each build takes one. */
function earlier(rule: OpenRule, way: string): readonly string[] {
  const ways: readonly string[] = otherWays[rule]
  return ways.slice(0, ways.indexOf(way))
}
