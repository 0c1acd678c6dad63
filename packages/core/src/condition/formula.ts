import type { ConditionNode } from './condition-node.ts'
import { foldCondition } from './fold-condition.ts'

/** A condition as a question to a world, in which everything that it reads has a value. */
export type Formula = (world: World) => boolean

/** What conditions read, each by its text, with a value: one as JSON, or another text, with the tests that it passes. */
export type World = ReadonlyMap<string, Value>

type Value = { readonly json: string } | { readonly passes: ReadonlySet<string> }

/** What some formulas ask of one thing that they read. */
interface Asked {
  readonly values: Set<string>
  readonly tests: Map<string, (text: string) => boolean>
}

/** What some formulas ask, by what they read. Making a formula adds to it. */
export type Vocabulary = Map<string, Asked>

/** Whether a value equals one that is known. */
export function isValue(read: string, value: unknown, words: Vocabulary): Formula {
  const json = typeof value === 'bigint' ? String(value) : JSON.stringify(value)
  askedOf(read, words).values.add(json)
  return (world) => {
    const found = world.get(read)
    return found !== undefined && 'json' in found && found.json === json
  }
}

/** Whether a text passes a test; nothing but a text does. */
export function passes(read: string, name: string, test: (text: string) => boolean, words: Vocabulary): Formula {
  askedOf(read, words).tests.set(name, test)
  return (world) => {
    const found = world.get(read)
    if (found === undefined) return false
    if ('passes' in found) return found.passes.has(name)
    const value: unknown = JSON.parse(found.json)
    return typeof value === 'string' && test(value)
  }
}

/** A condition as a question to a world. */
export function formulaOf(node: ConditionNode, text: string, words: Vocabulary): Formula {
  return foldCondition<Formula>(node, text, {
    constant: (holds) => () => holds,
    not: (operand) => (world) => !operand(world),
    and: (operands) => (world) => operands.every((operand) => operand(world)),
    or: (operands) => (world) => operands.some((operand) => operand(world)),
    isValue: (read, value) => isValue(read, value, words),
    passes: (read, name, test) => passes(read, name, test, words),
  })
}

function askedOf(read: string, words: Vocabulary): Asked {
  const known = words.get(read) ?? { values: new Set(['null']), tests: new Map() }
  words.set(read, known)
  return known
}

/** How many worlds are tried. */
const maximumWorlds = 20_000

/** Whether a formula may hold in some world. In doubt, where there are too many or a test cannot be made, true. */
export function mayHold(formula: Formula, words: Vocabulary): boolean {
  const domains = Array.from(words, ([read, asked]) => [read, valuesOf(asked)] as const)
  const count = domains.reduce((product, [, values]) => product * values.length, 1)
  if (count > maximumWorlds) return true
  try {
    return Array.from({ length: count }, (_, number) => worldOf(number, domains)).some(formula)
  } catch {
    return true
  }
}

function worldOf(number: number, domains: readonly (readonly [string, readonly Value[]])[]): World {
  let rest = number
  return new Map(
    domains.map(([read, values]) => {
      const value = values[rest % values.length] as Value
      rest = Math.floor(rest / values.length)
      return [read, value]
    }),
  )
}

/** The values that are named, and another text for each set of tests that it may pass. */
function valuesOf({ values, tests }: Asked): readonly Value[] {
  const names = [...tests.keys()]
  const others = Array.from({ length: 2 ** Math.min(names.length, 15) }, (_, bits) => ({
    passes: new Set(names.filter((_name, index) => Math.floor(bits / 2 ** index) % 2 === 1)),
  }))
  return [...Array.from(values, (json) => ({ json })), ...others]
}
