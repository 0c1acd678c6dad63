import { attributeNames, interpolatedKey } from '@kitewright/schema'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draft } from '../draft.ts'
import { block } from '../dsl/block.ts'
import { command } from '../dsl/command.ts'
import { externalStep } from '../dsl/external-step.ts'
import { group } from '../dsl/group.ts'
import { input } from '../dsl/input.ts'
import { interpolated } from '../dsl/interpolated.ts'
import { trigger } from '../dsl/trigger.ts'
import { wait } from '../dsl/wait.ts'
import type { PipelineValue } from '../model/pipeline.ts'
import { check, type Draft } from './check.ts'
import { isSettled, withoutRules } from './is-settled.ts'
import { readShell } from '../shell/shell-text.ts'
import { rules } from './rules.ts'

const drafted = (value: unknown): Draft => draft({ value: value as PipelineValue, trace: {} })
const unit = command({ label: 'Unit', command: 'npm test' })
const lint = command({ label: 'Lint', command: 'lint' })

// A rule finds fault only with what it reads.
test('rules read no attribute that the glance lets pass, but for a few that it answers', () => {
  const passed = [...new Set(Object.values(attributeNames).flat())].filter((name) => withoutRules.has(name))
  const readBy = (rule: (typeof rules)[number]): readonly string[] => {
    const seen = new Set<string>()
    const attributes = new Proxy<Record<string, unknown>>(Object.fromEntries(passed.map((name) => [name, {}])), {
      get: (map, name: string) => seen.add(name) && map[name],
    })
    const { graph } = drafted([
      unit,
      trigger({ trigger: 'a' }),
      group({ group: 'a', steps: [lint] }),
      input({ input: 'a' }),
    ])
    const nodes = graph.nodes.map((node) => ({ ...node, attributes }))
    Array.from(rule.check({ ...graph, attributes, nodes }, { readShell }))
    return passed.filter((name) => seen.has(name))
  }
  const asked = rules.filter(({ isOptional }) => !isOptional)
  const reading = asked.map((rule) => [rule.code, readBy(rule)] as const).filter(([, names]) => names.length > 0)
  const [texts, expressions] = [passed, passed]
  expect(Object.fromEntries(reading)).toEqual({
    // What does not fit, and what fits is settled.
    KW1037: passed,
    KW1039: passed,
    // A `{{` in them, which no plain text has.
    KW3010: ['label', 'command', 'env', 'image', 'agents', 'artifact_paths'],
    // Several ways of retrying.
    KW3018: ['retry'],
    KW3019: ['retry'],
    // Beside `soft_fail`, which is left to the rules.
    KW3026: ['async'],
    KW4001: expressions,
    KW4106: expressions,
    KW4107: expressions,
    KW4109: expressions,
    KW4110: expressions,
    KW4111: expressions,
    KW6001: expressions,
    KW6002: expressions,
    KW6003: expressions,
    KW6023: ['env', 'build'],
    KW6024: expressions,
    // A `$`.
    KW4002: texts,
    KW4104: texts,
    KW4105: texts,
    KW3308: texts,
    KW6006: ['command'],
    // Reasons to skip that say no.
    KW3028: ['skip'],
    // Blank texts, commas, downloads, names that are no variable's or no pipeline's, reasons of retry.
    KW3301: ['command'],
    KW3302: ['command', 'artifact_paths'],
    KW3303: ['artifact_paths'],
    KW3305: ['retry'],
    KW3306: ['trigger'],
    KW3307: ['env', 'build'],
    // Names of secrets.
    KW4101: ['env', 'build'],
    // Credentials.
    KW4102: texts,
  })
})

describe('a pipeline is settled', () => {
  const colliding = { '$A"b': 'one', '$$A"b': 'two' }
  const circle: unknown[] = []
  circle.push(circle)

  test.each<[string, unknown]>([
    ['with plain texts', [unit, lint]],
    ['with a dependency', [unit, command({ ...lint, depends_on: { step: unit, allow_failure: true } })]],
    [
      'with a group, an input and a trigger',
      [group({ group: '🚀', steps: [unit] }), input({ input: 'a' }), trigger({ trigger: 'a' })],
    ],
    ['with one rule of retry', [command({ ...unit, retry: { automatic: [{ exit_status: -1, limit: 2 }] } })]],
    [
      'with names that only look like others',
      [command({ ...unit, env: { ['__proto__']: 'a', TOKEN: 'b', A_KEY: 'c' } })],
    ],
    ['with raw attributes that fit', [command({ label: 'Unit', raw: { command: 'a' } } as never)]],
    ['with attributes of its own', { steps: [unit], env: { A: 'a' }, agents: { queue: 'q' }, priority: 1 }],
  ])('%s', (_, value) => {
    const pipeline = drafted(value)
    expect({ isSettled: isSettled(pipeline), found: check(pipeline) }).toEqual({ isSettled: true, found: [] })
  })

  test.each<[string, unknown]>([
    ['two names that become one', [command({ ...unit, env: colliding })]],
    ['a name with a dollar sign', [command({ ...unit, env: { A$: 'a' } })]],
    ['a name that the agent fills in', [command({ ...unit, env: { [interpolatedKey('A')]: 'a' } })]],
    ['a name that is empty', [command({ ...unit, env: { '': 'a' } })]],
    ['a name that is long', [command({ ...unit, env: { ['a'.repeat(151)]: 'a' } })]],
    ['a name of a secret', [command({ ...unit, env: { NPM_TOKEN: 'a' } })]],
    ['a text with a dollar sign', [command({ label: 'a', command: 'echo "$A"' })]],
    ['a text with a token of a matrix', [command({ label: '{{matrix}}', command: 'a' })]],
    [
      'half a surrogate pair beside another text that begins with the other half',
      [command({ label: '\ud83d', command: '\ude80' })],
    ],
    ['an expression', [command({ label: interpolated('$A'), command: 'a' })]],
    ['a key with a dollar sign', [command({ key: '$A', command: 'a' })]],
    [
      'a key of another upload with half a surrogate pair',
      [command({ command: 'a', depends_on: externalStep('\ud83d') })],
    ],
    ['several dependencies', [unit, lint, command({ command: 'a', depends_on: [unit, lint] })]],
    ['several ways of retrying', [command({ command: 'a', retry: { automatic: [{ limit: 1 }, { limit: 2 }] } })]],
    ['manual retries', [command({ command: 'a', retry: { manual: { allowed: false, reason: 'a' } } })]],
    ['a number that loses digits', [command({ command: 'a', env: { A: 2 ** 53 } })]],
    ['a list without one of its items', [command({ command: ['a', undefined] as never })]],
    ['a value that is not data', [command({ command: 'a', depends_on: externalStep(new Date(0) as never) })]],
    ['a value without an end', [command({ command: 'a', depends_on: externalStep(circle as never) })]],
    ['an attribute that does not fit', [command({ command: 'a', priority: 'high' as never })]],
    ['raw attributes that do not fit', [command({ command: 'a', raw: { label: ['a'] } })]],
    ['permissions', [command({ command: 'a', allow: { KW3101: 'a' } })]],
    ['an attribute that rules are about', [command({ command: 'a', concurrency: 1, concurrency_group: 'a' })]],
    ['a wait', [unit, wait(), lint]],
    ['a block', [unit, block({ block: 'a' }), lint]],
    ['gates', { steps: [unit], gates: { unit: 'a' } }],
    ['secrets', { steps: [unit], secrets: ['A'] }],
    ['many steps', Array.from({ length: 501 }, (_, index) => command({ command: `a ${index}` }))],
    ['a structural fault', [unit, unit]],
  ])('but not with %s', (_, value) => {
    expect(isSettled(drafted(value))).toBe(false)
  })

  test('but not where more is asked', () => {
    expect(isSettled(drafted([unit]), { also: ['KW5'], raise: [] })).toBe(false)
  })
})

describe('odd attributes', () => {
  const names =
    'if branches notify matrix retry soft_fail plugins env secrets fields cache concurrency concurrency_group if_changed ' +
    'skip build allow agents image'
  const filledIn = fc.constantFrom(interpolated('$A'), interpolated('{{matrix}} a'), interpolated('${A?'))
  const words = fc.constantFrom(null, true, 0, -1, 1.5, '', '*', '{{matrix}}', '$A', 'x')
  const inner = 'if automatic setup adjustments with key options value default x exit_status limit manual'
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(words, fc.string(), filledIn),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...inner.split(' ')), tie('value')),
    ),
  }))
  const attributes = fc.dictionary(fc.constantFrom(...names.split(' ')), value, { maxKeys: 5 })
  const step = fc
    .tuple(attributes, fc.constantFrom(command, block, trigger, wait))
    .map(([given, make]) => (make as (options: object) => typeof unit)({ label: 'a', command: 'a', ...given }))

  test('are checked without a throw', () => {
    fc.assert(
      fc.property(step, (odd) => {
        expect(Array.isArray(check(drafted([unit, odd, lint]), { also: ['KW'] }))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('are settled only where the checks find nothing', () => {
    let settled = 0
    fc.assert(
      fc.property(step, (odd) => {
        const pipeline = drafted([unit, odd, lint])
        if (!isSettled(pipeline)) return
        settled++
        expect(check(pipeline)).toEqual([])
      }),
      { numRuns: 2000 },
    )
    expect(settled).toBeGreaterThan(40)
  })
})
