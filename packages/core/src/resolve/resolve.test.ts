import { describe, expect, test } from 'vitest'
import { block } from '../dsl/block.ts'
import { command } from '../dsl/command.ts'
import { externalStep } from '../dsl/external-step.ts'
import { group } from '../dsl/group.ts'
import { ifPresent } from '../dsl/if-present.ts'
import { interpolated } from '../dsl/interpolated.ts'
import { sequence } from '../dsl/sequence.ts'
import { wait } from '../dsl/wait.ts'
import { sortDiagnostics } from '../check/sort-diagnostics.ts'
import { resolve } from './resolve.ts'
import { wire } from '../wire/wire.ts'
import type { Dependencies } from '../model/dependency.ts'
import type { Graph } from '../model/graph.ts'
import type { PipelineValue } from '../model/pipeline.ts'

/** Each structural fault as `CODE path: message`. */
function problems(value: unknown): readonly string[] {
  const { problems: faults } = resolve({ value: value as PipelineValue, trace: {} })
  return sortDiagnostics(faults).map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`)
}

const graphOf = (value: PipelineValue): Graph => resolve({ value, trace: {} }).graph

/** What is sent for a pipeline without faults. */
function sent(value: PipelineValue): unknown {
  expect(problems(value)).toEqual([])
  return structuredClone(JSON.parse(JSON.stringify(wire(graphOf(value)))))
}

const unit = command({ label: ':test_tube: Unit', command: 'npm test' })
const image = command({ label: 'Image', command: 'docker build .', depends_on: unit })

describe('keys', () => {
  test('are printed only where authored or depended on', () => {
    expect(sent([unit, image, command({ key: 'lint', command: 'lint' })])).toEqual({
      steps: [
        { label: ':test_tube: Unit', key: 'unit', command: 'npm test' },
        { label: 'Image', command: 'docker build .', depends_on: 'unit' },
        { key: 'lint', command: 'lint' },
      ],
    })
  })

  test('stay the same when a step is inserted', () => {
    const inserted = command({ label: 'Other', command: 'x' })
    const { steps } = sent([inserted, unit, inserted !== undefined && image]) as { steps: unknown[] }
    expect(steps.slice(1)).toEqual((sent([unit, image]) as { steps: unknown[] }).steps)
  })

  test('a text names an authored key before a derived one', () => {
    const derived = command({ label: 'Lint', command: 'a' })
    const authored = command({ key: 'lint', command: 'b' })
    const dependent = command({ command: 'c', depends_on: 'lint' })
    const { nodes } = graphOf([derived, authored, dependent])
    expect(nodes[2]?.edges).toEqual([{ to: 1, allowFailure: undefined, path: ['depends_on'] }])
  })

  test('two equal ones of which none is needed are left alone', () => {
    expect(problems([unit, command({ ...unit })])).toEqual([])
  })

  test('that are no text are not compared', () => {
    const odd = { label: 'Unit', key: 5, command: 'a' } as never
    expect(problems([command(odd), command(odd)])).toEqual([
      'KW1008 steps.0.key: key is the number 5, not text',
      'KW1008 steps.1.key: key is the number 5, not text',
    ])
  })

  test('filled in by the agent, are named by the same expression', () => {
    const keyed = command({ key: interpolated('unit-${BUILDKITE_BRANCH}'), command: 'a' })
    expect(wire(graphOf([keyed, command({ command: 'b', depends_on: keyed })])).steps).toEqual([
      { key: interpolated('unit-${BUILDKITE_BRANCH}'), command: 'a' },
      { command: 'b', depends_on: interpolated('unit-${BUILDKITE_BRANCH}') },
    ])
  })
})

describe('dependencies', () => {
  test('of every form become keys', () => {
    const dependent = command({
      command: 'x',
      depends_on: [
        unit,
        'image',
        false,
        [null, undefined, ''],
        externalStep('other'),
        ifPresent(unit),
        ifPresent(command({ label: 'Absent', command: 'y' })),
        { step: interpolated('late-${X}'), allow_failure: true },
        { step: externalStep('flaky'), allow_failure: 'true' },
        { step: externalStep('odd'), allow_failure: 1 as never },
      ],
    })
    expect(wire(graphOf([unit, image, dependent])).steps?.[2]).toEqual({
      command: 'x',
      depends_on: [
        'unit',
        'image',
        'other',
        { step: interpolated('late-${X}'), allow_failure: true },
        { step: 'flaky', allow_failure: 'true' },
        { step: 'odd' },
      ],
    })
  })

  test('of a step that is present are its own', () => {
    expect(sent([unit, command({ command: 'x', depends_on: ifPresent(unit) })])).toMatchObject({
      steps: [{ key: 'unit' }, { depends_on: 'unit' }],
    })
  })

  test.each<[string, Dependencies]>([
    ['null', null],
    ['false', false],
    ['a list of nothing', [false, undefined]],
    ['a step that is not present', ifPresent(unit)],
  ])('%s leaves the order of the list as it is', (_, depends_on) => {
    expect(sent([command({ command: 'x', depends_on })])).toEqual({ steps: [{ command: 'x' }] })
  })

  test('an empty list starts at once', () => {
    expect(sent([command({ command: 'x', depends_on: [] })])).toEqual({ steps: [{ command: 'x', depends_on: [] }] })
  })
})

describe('lists', () => {
  test('are flattened, and what a condition left out vanishes', () => {
    expect(sent([[false, [null, [unit]]], undefined, '', [[image]]])).toEqual(sent([unit, image]))
  })

  test('groups keep their steps', () => {
    const tests = group({ group: 'Tests', steps: [unit, [false]] })
    expect(sent([tests, command({ command: 'x', depends_on: tests })])).toEqual({
      steps: [
        { group: 'Tests', key: 'tests', steps: [{ label: ':test_tube: Unit', command: 'npm test' }] },
        { command: 'x', depends_on: 'tests' },
      ],
    })
  })

  test('a wait without attributes is a word', () => {
    expect(sent([unit, wait(), image, wait({ continue_on_failure: true })])).toMatchObject({
      steps: [{}, 'wait', {}, { wait: null, continue_on_failure: true }],
    })
  })
})

describe('sequences', () => {
  test('each part waits for the part before, besides its own dependencies', () => {
    const lint = command({ label: 'Lint', command: 'lint' })
    const deploy = block({ block: 'Deploy', depends_on: lint })
    expect(sent([lint, ...sequence([unit, false], [], image, deploy)])).toEqual({
      steps: [
        { label: 'Lint', key: 'lint', command: 'lint' },
        { label: ':test_tube: Unit', key: 'unit', command: 'npm test' },
        { label: 'Image', key: 'image', command: 'docker build .', depends_on: ['unit'] },
        { block: 'Deploy', depends_on: ['lint', 'image'] },
      ],
    })
  })

  test('depending on an original means its place', () => {
    const after = command({ command: 'x', depends_on: image })
    expect(sent([...sequence(unit, image), after])).toMatchObject({ steps: [{}, {}, { depends_on: 'image' }] })
  })
})

test('attributes that are not set vanish, others come in the order of the schema, raw ones win', () => {
  const step = command({
    timeout_in_minutes: 5,
    env: { A: '1', ['__proto__']: 'kept' },
    command: 'x',
    label: undefined,
    raw: { priority: 9, new_thing: { a: undefined, b: [1] } },
    priority: 1,
  })
  expect(JSON.stringify(wire(graphOf([step])))).toBe(
    '{"steps":[{"command":"x","env":{"A":"1","__proto__":"kept"},"priority":9,"timeout_in_minutes":5,' +
      '"new_thing":{"b":[1]}}]}',
  )
})

test('all structural faults come at once, in the order of the pipeline', () => {
  const leftOut = command({ label: 'Left out', command: 'y' })
  const nested = group({ group: 'Inner', steps: [command({ label: 'Deep', command: 'x' })] })
  expect(
    problems([
      command({ key: 'a', command: 'x', depends_on: 'b' }),
      command({ key: 'b', command: 'x', depends_on: 'a' }),
      command({ key: 'a', command: 'x' }),
      command({ key: 'with blank', command: 'x', depends_on: ['bb', leftOut, 5 as never] }),
      command({ key: '01234567-89ab-cdef-0123-456789abcdef', command: 'x' }),
      unit,
      unit,
      { ...unit } as never,
      group({ group: 'Empty', steps: [] }),
      group({ group: 'Outer', steps: [nested] }),
      command({ label: '🚀', command: 'x' }),
      command({ command: 'x', depends_on: nested }),
    ]),
  ).toEqual([
    'KW1004 steps.0.depends_on: steps wait for each other: "a" → "b" → "a"',
    'KW1001 steps.2.key: key "a" is used twice',
    'KW1002 steps.3.depends_on.0: step "with blank" depends on "bb", which is not in this pipeline',
    'KW1003 steps.3.depends_on.1: step "with blank" depends on step "left-out", which is not in this pipeline',
    'KW1018 steps.3.depends_on.2: step "with blank" depends on the number 5',
    'KW1008 steps.3.key: key "with blank" has characters that a key cannot hold',
    'KW1009 steps.4.key: key "01234567-89ab-cdef-0123-456789abcdef" looks like a UUID',
    'KW1005 steps.6: step "unit" stands in the pipeline twice',
    'KW1012 steps.7: a list of steps holds a plain object, which is not a step',
    'KW1013 steps.8.steps: group "empty" has no steps',
    'KW1010 steps.9.steps.0: group "inner" stands inside group "outer"',
  ])
})

test('a step by itself and in a sequence stands there twice, also where no key is needed', () => {
  const first = command({ label: 'First', command: 'x' })
  const last = command({ label: 'Last', command: 'y' })
  const twice = 'KW1005 steps.2: step "last" stands in the pipeline twice'
  expect([problems([last, sequence(first, last)]), problems([sequence(first, last), last])]).toEqual([[twice], [twice]])
})

test('what is no step is pointed at in the list that was given', () => {
  const listed = [unit, [null, 'wait']] as never
  const given = [listed, { steps: listed }].map((value) => resolve({ value, trace: {} }).problems)
  expect(given.flat().map(({ path, origin, hint }) => ({ path, at: origin?.path, hint }))).toEqual([
    { path: ['steps', 1, 1], at: [1, 1], hint: 'write wait()' },
    { path: ['steps', 1, 1], at: ['steps', 1, 1], hint: 'write wait()' },
  ])
})

test('a cycle through a group is one', () => {
  const inner = command({ key: 'inner', command: 'x', depends_on: 'outer' })
  expect(problems([group({ key: 'outer', group: 'Outer', steps: [inner] })])).toEqual([
    'KW1004 steps.0: steps wait for each other: "outer" → "inner" → "outer"',
  ])
})

test('a chain of 20,000 steps resolves without running out of stack', () => {
  const steps = Array.from({ length: 20_000 }, (_, index) =>
    command({ key: `s${index}`, command: 'x', depends_on: index > 0 ? `s${index - 1}` : undefined }),
  )
  expect(problems(steps)).toEqual([])
})

test('steps made by another copy of the library are steps', async () => {
  // A query makes it another module, as a second installed copy would be.
  const other = (await import(/* @vite-ignore */ `../dsl/command.ts?${'copy'}`)) as { command: typeof command }
  expect(other.command).not.toBe(command)
  const foreign = other.command({ label: 'Foreign', command: 'x' })
  expect(sent([foreign, command({ command: 'y', depends_on: foreign })])).toMatchObject({
    steps: [{ key: 'foreign' }, { depends_on: 'foreign' }],
  })
})

test.each([
  ['a token in the label', { label: 'Node {{matrix}}', command: 'x {{matrix}}' }, 'node-22', 'node-matrix'],
  ['a label for all jobs', { label: 'Node', command: 'x {{matrix}}' }, 'node-22', 'node'],
])('a dependency on one job of a matrix is told apart: %s', (_, attributes, key, whole) => {
  const matrix = command({ ...attributes, matrix: ['20', '22'] })
  const value = [matrix, command({ label: 'Image', command: 'y', depends_on: key })]
  expect(resolve({ value, trace: {} }).problems.map(({ code, hint }) => ({ code, hint }))).toEqual([
    { code: 'KW1002', hint: `a job of a matrix has no key of its own: depend on "${whole}", all of its jobs` },
  ])
})

test('a list that holds itself has no end, be it of steps or of dependencies', () => {
  const steps: unknown[] = [unit]
  steps.push([steps])
  const dependencies: unknown[] = [unit]
  dependencies.push(dependencies)
  const dependent = command({ command: 'x', depends_on: dependencies as Dependencies })
  expect([problems(steps), problems([unit, dependent])]).toEqual([
    ['KW1012 steps.1.0: a list of steps holds itself'],
    ['KW1018 steps.1.depends_on.1: step "x" depends on a list that holds itself'],
  ])
})

test('keys and dependencies that are written in raw are those of the graph, and come out as written', () => {
  const tests = command({ label: 'Unit', command: 'a', raw: { key: 'tests' } })
  const steps = [
    tests,
    command({ label: 'Lint', command: 'b' }),
    command({ command: 'c', raw: { depends_on: ['tests', { step: 'lint', allow_failure: true, since: 1 }] } }),
    command({ command: 'd', depends_on: 'tests' }),
    command({ command: 'e', raw: { depends_on: null } }),
    command({
      command: 'f',
      depends_on: tests,
      raw: { depends_on: [externalStep('other'), tests, ifPresent(block({ block: 'Absent' }))] },
    }),
    command({ command: 'g', raw: { id: 'known', name: 'Known', depends_on: 5 } }),
    command({ command: 'h', depends_on: 'known' }),
  ]
  expect(problems(steps)).toEqual([])
  const graph = graphOf(steps)
  const toUnit = { to: 0, allowFailure: undefined, path: ['depends_on'] }
  expect(graph.nodes.map(({ key, edges }) => [key, edges])).toEqual([
    ['tests', undefined],
    ['lint', undefined],
    [
      undefined,
      [
        { ...toUnit, path: ['depends_on', 0] },
        { to: 1, allowFailure: true, path: ['depends_on', 1, 'step'] },
      ],
    ],
    [undefined, [toUnit]],
    [undefined, []],
    [
      undefined,
      [
        { external: 'other', allowFailure: undefined, path: ['depends_on', 0] },
        { ...toUnit, path: ['depends_on', 1] },
      ],
    ],
    ['known', []],
    [undefined, [{ ...toUnit, to: 6 }]],
  ])
  expect(wire(graph).steps).toEqual([
    { label: 'Unit', key: 'tests', command: 'a' },
    { label: 'Lint', key: 'lint', command: 'b' },
    { depends_on: ['tests', { step: 'lint', allow_failure: true, since: 1 }], command: 'c' },
    { depends_on: 'tests', command: 'd' },
    { depends_on: null, command: 'e' },
    { depends_on: ['other', 'tests'], command: 'f' },
    { name: 'Known', id: 'known', depends_on: 5, command: 'g' },
    { depends_on: 'known', command: 'h' },
  ])
})

test('a dependency in raw that no step has is a mistake as anywhere', () => {
  const value = [unit, command({ command: 'b', raw: { depends_on: ['unti'] } })]
  const told = resolve({ value, trace: {} }).problems.map(({ code, path, origin }) => [code, path, origin?.path])
  expect(told).toEqual([['KW1002', ['steps', 1, 'depends_on', 0], ['raw', 'depends_on', 0]]])
})

test('steps of a list in raw are steps: words, maps, groups and values', () => {
  const own = command({ label: 'Unit', command: 'a' })
  const inner = [own, 'wait', { command: 'b', name: 'Ship', depends_on: 'unit' }, { teleport: 'mars' }]
  const value = {
    steps: [],
    raw: { steps: [group({ group: 'All', steps: [], raw: { steps: inner } }), { block: 'Go' }] },
  }
  expect(problems(value as never)).toEqual([])
  const graph = graphOf(value as never)
  expect(graph.nodes.map(({ kind, id, path, within }) => [kind, id, path.join('.'), within?.join('.')])).toEqual([
    ['group', 'all', 'steps.0', undefined],
    ['command', 'unit', 'steps.0.steps.0', undefined],
    ['wait', 'all/wait#1', 'steps.0.steps.1', 'raw.steps.1'],
    ['command', 'ship', 'steps.0.steps.2', 'raw.steps.2'],
    ['command', 'all/command#1', 'steps.0.steps.3', 'raw.steps.3'],
    ['block', 'go', 'steps.1', 'raw.steps.1'],
  ])
  expect(wire(graph).steps).toEqual([
    {
      group: 'All',
      steps: [
        { label: 'Unit', key: 'unit', command: 'a' },
        'wait',
        { name: 'Ship', depends_on: 'unit', command: 'b' },
        { teleport: 'mars' },
      ],
    },
    { block: 'Go' },
  ])
})
