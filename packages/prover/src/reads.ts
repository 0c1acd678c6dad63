import { type Diagrams, never, always, type Ref } from './bdd.ts'
import { patternOf, textsFor } from './text-patterns.ts'

/** What is known of something that conditions read: its value, or values that it does not have. */
export interface Known {
  readonly value?: string | boolean | null | undefined
  readonly isNot?: readonly (string | null)[] | undefined
}

/** What conditions read of a build, such as `build.branch`, and what they ask of it. */
export interface Reads {
  readonly isValue: (read: string, value: unknown) => Ref
  /** Whether a text passes a test; nothing but a text does. */
  readonly passes: (read: string, name: string, test: (text: string) => boolean) => Ref
  /** What holds in every build: each thing has one value at most, and passes the tests that this value passes. */
  readonly consistent: () => Ref
  /**
   * What a model says of the things that it hangs on: a value that one has, else the tests that it passes and those that it
   * does not.
   */
  readonly described: (model: ReadonlyMap<Ref, boolean>) => ReadonlyMap<string, Described>
}

export interface Described {
  readonly value?: unknown
  readonly isNot: readonly unknown[]
  readonly passes: readonly Test[]
  readonly fails: readonly Test[]
  /** Texts of which one passes what is asked of patterns, and what is not. */
  readonly texts: readonly string[]
}

export interface Test {
  readonly name: string
  readonly test: (text: string) => boolean
}

interface Asked {
  /** By the value as JSON. */
  readonly values: Map<string, Ref>
  readonly tests: Map<string, Test & { readonly ref: Ref; readonly pattern: string | undefined }>
}

/** @param known What the context of the proof fixes, by what is read. */
export function createReads(diagrams: Diagrams, known: ReadonlyMap<string, Known>): Reads {
  const { and, not, or, variable } = diagrams
  const all = new Map<string, Asked>()

  const askedOf = (read: string): Asked => {
    const asked = all.get(read) ?? { values: new Map(), tests: new Map() }
    all.set(read, asked)
    return asked
  }

  const isValue: Reads['isValue'] = (read, value) => {
    const { value: fixed, isNot = [] } = known.get(read) ?? {}
    if (fixed !== undefined) return fixed === value ? always : never
    if (known.get(read.replace(/ includes .*$/, ''))?.value === null) return never
    if (isNot.includes(value as string | null)) return never
    const json = JSON.stringify(value)
    const { values } = askedOf(read)
    const ref = values.get(json) ?? variable()
    values.set(json, ref)
    return ref
  }

  const passes: Reads['passes'] = (read, name, test) => {
    const { value: fixed } = known.get(read) ?? {}
    if (fixed !== undefined) return typeof fixed === 'string' && test(fixed) ? always : never
    const { tests } = askedOf(read)
    const found = tests.get(name) ?? { name, test, ref: variable(), pattern: patternOf(read, name) }
    tests.set(name, found)
    return found.ref
  }

  const consistent = (): Ref => {
    let formula = always
    for (const [read, { values, tests }] of all) {
      formula = and(formula, isOfSomeText(read))
      let earlier = never
      for (const ref of values.values()) {
        formula = and(formula, not(and(ref, earlier)))
        earlier = or(earlier, ref)
      }
      for (const [json, ref] of values)
        for (const { ref: passed, test } of tests.values())
          formula = and(formula, or(not(ref), passesTest(json, test) ? passed : not(passed)))
    }
    return formula
  }

  /** Texts that stand for all that may be read, as far as values and patterns ask. */
  const textsOf = (read: string): readonly string[] => {
    const { values, tests } = askedOf(read)
    const patterns = new Set(Array.from(tests.values()).flatMap(({ pattern }) => pattern ?? []))
    if (patterns.size === 0) return []
    const excluded = known.get(read)?.isNot ?? []
    const words = [...Array.from(values.keys(), (json): unknown => JSON.parse(json)), ...excluded]
    for (const word of words) if (typeof word === 'string') patterns.add(word)
    return (textsFor([...patterns]) ?? []).filter((text) => !excluded.includes(text))
  }

  /** That one text passes some patterns and not others: beside what one value says of all tests. */
  const isOfSomeText = (read: string): Ref => {
    const { values, tests } = askedOf(read)
    const texts = textsOf(read)
    if (texts.length === 0) return always
    const patterned = [...tests.values()].filter(({ pattern }) => pattern !== undefined)
    const is = (ref: Ref, isTrue: boolean): Ref => (isTrue ? ref : not(ref))
    const isNoText = read === 'build.branch' ? never : not(or(...patterned.map(({ ref }) => ref)))
    const isText = texts.map((text) =>
      and(
        ...Array.from(values, ([json, ref]) => is(ref, JSON.parse(json) === text)),
        ...patterned.map(({ ref, test }) => is(ref, test(text))),
      ),
    )
    return or(isNoText, ...isText)
  }

  const described: Reads['described'] = (model) =>
    new Map(
      Array.from(all).flatMap(([read, { values, tests }]): readonly (readonly [string, Described])[] => {
        const has = [...values].find(([, ref]) => model.get(ref) === true)
        const isNot = [...values].flatMap(([json, ref]) =>
          model.get(ref) === false ? [JSON.parse(json) as unknown] : [],
        )
        const list = [...tests.values()].filter(({ ref }) => model.has(ref))
        if (!has && isNot.length === 0 && list.length === 0) return []
        const found = {
          ...(has && { value: JSON.parse(has[0]) as unknown }),
          isNot: [...isNot, ...(known.get(read)?.isNot ?? [])],
          passes: list.filter(({ ref }) => model.get(ref) === true),
          fails: list.filter(({ ref }) => model.get(ref) === false),
          texts: textsOf(read),
        }
        return [[read, found]]
      }),
    )

  return { isValue, passes, consistent, described }
}

function passesTest(json: string, test: (text: string) => boolean): boolean {
  const value: unknown = JSON.parse(json)
  return typeof value === 'string' && test(value)
}
