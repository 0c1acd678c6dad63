import { readFileSync } from 'node:fs'
import { format } from 'node:util'
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'

/** A test, ready to be run. */
export interface CollectedTest {
  readonly name: string
  readonly run: () => unknown
}

interface Suite {
  readonly name: string
  readonly body: () => unknown
  readonly children: Suite[]
  readonly tests: CollectedTest[]
  readonly before: (() => unknown)[]
}

let current: Suite = suite('', () => undefined)

function suite(name: string, body: () => unknown): Suite {
  return { name, body, children: [], tests: [], before: [] }
}

/**
 * The tests of a file, in order.
 *
 * @param load Runs the file.
 * @param isWanted Whether a test, or any test of a suite, is to be collected.
 */
export async function collectTests(
  load: () => unknown,
  isWanted: (name: string) => boolean,
): Promise<readonly CollectedTest[]> {
  const found: CollectedTest[] = []
  await collect(suite('', load), '')
  return found

  async function collect(one: Suite, prefix: string): Promise<void> {
    current = one
    await one.body()
    for (const prepare of one.before) await prepare()
    for (const { name, run } of one.tests)
      if (isWanted(`${prefix}${name}`)) found.push({ name: `${prefix}${name}`, run })
    for (const child of one.children) {
      const inside = `${prefix}${child.name} > `
      if (isWanted(inside)) await collect(child, inside)
    }
  }
}

type Body = (...parameters: readonly never[]) => unknown
/** Options may stand before the body, or a time limit behind it. */
type Declare = (name: string, ...others: readonly unknown[]) => void

interface Declarations extends Declare {
  readonly each: (rows: readonly unknown[]) => Declare
  readonly for: (rows: readonly unknown[]) => Declare
  readonly skipIf: (condition: unknown) => Declare
  readonly runIf: (condition: unknown) => Declare
}

/** `describe` or `test`, with what stands behind a dot. */
function declarations(add: (name: string, body: () => unknown) => void): Declarations {
  const declare: Declare = (name, ...others) => add(name, () => bodyAmong(others)())
  const all =
    (spread: boolean) =>
    (rows: readonly unknown[]): Declare =>
    (name, ...others) => {
      const body = bodyAmong(others)
      for (const [index, row] of rows.entries()) {
        const parameters: readonly never[] = spread && Array.isArray(row) ? (row as never[]) : [row as never]
        add(`${format(name, ...parameters.map(shortly))} #${index}`, () => body(...parameters))
      }
    }
  return Object.assign(declare, {
    each: all(true),
    for: all(false),
    skipIf: (condition: unknown) => (condition ? leaveOut : declare),
    runIf: (condition: unknown) => (condition ? declare : leaveOut),
  })
}

function leaveOut(): void {}

function bodyAmong(others: readonly unknown[]): Body {
  return others.find((one) => typeof one === 'function') as Body
}

/** A parameter as far as the name of a test shows it. */
function shortly(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 60).replaceAll('\n', ' ') : ''
}

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)
chai.use(({ Assertion }, utils) => {
  utils.addMethod(Assertion.prototype, 'toMatchFileSnapshot', function (this: object, file: string) {
    new Assertion(utils.flag(this, 'object')).to.equal(goldens(file))
  })
})

const texts = new Map<string, string>()

function goldens(file: string): string {
  let text = texts.get(file)
  if (text === undefined) texts.set(file, (text = readFileSync(file, 'utf8')))
  return text
}

const untyped: unknown = new Proxy(() => untyped, { get: () => untyped })

/** What stands for `vitest` in the project's tests. */
export const vitest: { readonly [name: string]: unknown } = {
  describe: declarations((name, body) => current.children.push(suite(name, body))),
  test: declarations((name, run) => current.tests.push({ name, run })),
  expect: Object.assign((value: unknown, message?: string) => chai.expect(value, message), chai.expect),
  expectTypeOf: untyped,
  beforeAll: (prepare: () => unknown) => current.before.push(prepare),
  afterAll: () => undefined,
}
