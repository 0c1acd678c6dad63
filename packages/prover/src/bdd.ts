/** A formula of true and false, as a number: equal formulas have equal numbers. */
export type Ref = number

/** The formula that always holds, and the one that never does. */
export const always: Ref = 1
export const never: Ref = 0

/** Thrown where formulas grow beyond what is given to them: then nothing is decided. */
export class TooLarge extends Error {
  constructor() {
    super('the pipeline has too many cases to look at')
  }
}

/**
 * Binary decision diagrams: formulas over numbered variables, each in one form alone, so that whether one can hold is seen
 * at once. (Bryant, "Graph-Based Algorithms for Boolean Function Manipulation", 1986.)
 */
export interface Diagrams {
  /**
   * A new variable. Those that are made later are asked sooner, so that what is added to a formula stands on top of it, and
   * the rest of it stays as it is.
   */
  readonly variable: () => Ref
  readonly not: (formula: Ref) => Ref
  readonly and: (...formulas: readonly Ref[]) => Ref
  readonly or: (...formulas: readonly Ref[]) => Ref
  /**
   * The cheapest way to make a formula hold: the variables that it asks, and what they are. Undefined if nothing makes it
   * hold.
   *
   * @param cost What it costs that a variable is true. That it is false costs nothing.
   */
  readonly cheapest: (formula: Ref, cost: (variable: Ref) => number) => ReadonlyMap<Ref, boolean> | undefined
  /** Whether a formula holds where variables are what a model says, and false where it says nothing. */
  readonly holds: (formula: Ref, model: ReadonlyMap<Ref, boolean>) => boolean
  /** Whether a formula can hold by some value of some variables: what is left asks them no more. */
  readonly without: (formula: Ref, variables: Iterable<Ref>) => Ref
  /** The variables that a formula hangs on. */
  readonly support: (formula: Ref) => ReadonlySet<Ref>
}

/** Formulas are as deep as they have variables, and so are the calls that join them. */
const mostVariables = 3000

/** Three numbers below it are one number that JavaScript has exactly, two by two. */
const base = 2 ** 22

/** @param most How many nodes there may be. */
export function createDiagrams(most = 400_000): Diagrams {
  // A node: the variable that it asks, and the formulas for false and for true. The first two stand for never and always.
  const asked: number[] = [Infinity, Infinity]
  const whenFalse: Ref[] = [never, always]
  const whenTrue: Ref[] = [never, always]
  const nodes = new Map<number, Map<number, Ref>>()
  const conjunctions = new Map<number, Ref>()
  const negations = new Map<Ref, Ref>()
  let variables = 0

  function node(variable: number, low: Ref, high: Ref): Ref {
    if (low === high) return low
    const ofVariable = nodes.get(variable) ?? new Map<number, Ref>()
    nodes.set(variable, ofVariable)
    const known = ofVariable.get(low * base + high)
    if (known !== undefined) return known
    const made = asked.length
    if (made >= Math.min(most, base)) throw new TooLarge()
    asked.push(variable)
    whenFalse.push(low)
    whenTrue.push(high)
    ofVariable.set(low * base + high, made)
    return made
  }

  function not(formula: Ref): Ref {
    if (formula <= always) return always - formula
    const known = negations.get(formula)
    if (known !== undefined) return known
    const made = node(asked[formula] as number, not(whenFalse[formula] as Ref), not(whenTrue[formula] as Ref))
    negations.set(formula, made)
    negations.set(made, formula)
    return made
  }

  function both(one: Ref, other: Ref): Ref {
    if (one === never || other === never) return never
    if (one === always || one === other) return other
    if (other === always) return one
    const [first, second] = one < other ? [one, other] : [other, one]
    const key = first * base + second
    const known = conjunctions.get(key)
    if (known !== undefined) return known
    const variable = Math.min(asked[first] as number, asked[second] as number)
    // Not by a list of both branches: every call counts, as deep as there are variables.
    const low = both(branch(whenFalse, first, variable), branch(whenFalse, second, variable))
    const high = both(branch(whenTrue, first, variable), branch(whenTrue, second, variable))
    const made = node(variable, low, high)
    conjunctions.set(key, made)
    return made
  }

  function branch(branches: readonly Ref[], formula: Ref, variable: number): Ref {
    return asked[formula] === variable ? (branches[formula] as Ref) : formula
  }

  const and: Diagrams['and'] = (...formulas) => formulas.reduce(both, always)
  const or: Diagrams['or'] = (...formulas) => not(and(...formulas.map(not)))

  function cheapest(formula: Ref, cost: (variable: Ref) => number): ReadonlyMap<Ref, boolean> | undefined {
    const costs = new Map<Ref, number>([
      [never, Infinity],
      [always, 0],
    ])
    const costOf = (ref: Ref): number => costs.get(ref) as number
    const highCost = (ref: Ref): number => costOf(whenTrue[ref] as Ref) + cost(variableOf(asked[ref] as number))
    for (const ref of inOrder(formula)) costs.set(ref, Math.min(costOf(whenFalse[ref] as Ref), highCost(ref)))
    if (costOf(formula) === Infinity) return undefined
    const found = new Map<Ref, boolean>()
    for (let ref = formula; ref !== always;) {
      const isTrue = costOf(whenFalse[ref] as Ref) > highCost(ref)
      found.set(variableOf(asked[ref] as number), isTrue)
      ref = (isTrue ? whenTrue[ref] : whenFalse[ref]) as Ref
    }
    return found
  }

  function holds(formula: Ref, model: ReadonlyMap<Ref, boolean>): boolean {
    let ref = formula
    while (ref > always) {
      const isTrue = model.get(variableOf(asked[ref] as number)) === true
      ref = (isTrue ? whenTrue[ref] : whenFalse[ref]) as Ref
    }
    return ref === always
  }

  function without(formula: Ref, left: Iterable<Ref>): Ref {
    const leaving = new Set(Array.from(left, (ref) => asked[ref] as number))
    const made = new Map<Ref, Ref>([
      [never, never],
      [always, always],
    ])
    for (const ref of inOrder(formula)) {
      const low = made.get(whenFalse[ref] as Ref) as Ref
      const high = made.get(whenTrue[ref] as Ref) as Ref
      const number = asked[ref] as number
      made.set(ref, leaving.has(number) ? or(low, high) : node(number, low, high))
    }
    return made.get(formula) as Ref
  }

  /** The nodes of a formula, both branches of each before it: as they were made. */
  function inOrder(formula: Ref): readonly Ref[] {
    return [...reached(formula)].toSorted((one, other) => one - other)
  }

  /** The nodes of a formula. */
  function reached(formula: Ref): ReadonlySet<Ref> {
    const found = new Set<Ref>()
    const left = [formula]
    for (let ref = left.pop(); ref !== undefined; ref = left.pop()) {
      if (ref <= always || found.has(ref)) continue
      found.add(ref)
      left.push(whenFalse[ref] as Ref, whenTrue[ref] as Ref)
    }
    return found
  }

  const variableOf = (number: number): Ref => node(number, never, always)

  return {
    variable: () => {
      if (variables >= mostVariables) throw new TooLarge()
      return variableOf(-++variables)
    },
    not,
    and,
    or,
    cheapest,
    holds,
    without,
    support: (formula) => new Set(Array.from(reached(formula), (ref) => variableOf(asked[ref] as number))),
  }
}
