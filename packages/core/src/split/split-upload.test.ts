import { array, assert, boolean, constantFrom, nat, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { block } from '../dsl/block.ts'
import { command } from '../dsl/command.ts'
import { group } from '../dsl/group.ts'
import { wait } from '../dsl/wait.ts'
import type { WireMap, WirePipeline, WireValue } from '../emit/wire-pipeline.ts'
import type { Step } from '../model/step.ts'
import { resolve } from '../resolve/resolve.ts'
import { splitUpload } from './split-upload.ts'

const trace = {}
const graphOf = (steps: readonly Step[], more: object = {}) =>
  resolve({ value: { steps, ...more }, trace } as never).graph

function parts(steps: readonly Step[], limit: number, more: object = {}): readonly WirePipeline[] | string {
  const split = splitUpload(graphOf(steps, more), limit)
  return split.parts ?? `${split.refusal.message}: ${split.refusal.why}`
}

const job = (name: string, more: object = {}): Step => command({ key: name, command: name, ...more })
const many = (count: number, prefix = 'job'): readonly Step[] =>
  Array.from({ length: count }, (_, index) => job(`${prefix}-${index}`))

test('a pipeline within the limit is one upload, as it stands', () => {
  expect(parts([job('a'), wait(), job('b')], 2, { env: { A: '1' }, notify: [] })).toEqual([
    { env: { A: '1' }, notify: [], steps: [{ key: 'a', command: 'a' }, 'wait', { key: 'b', command: 'b' }] },
  ])
})

test('a cut is laid before a wait, and then nothing has to be named', () => {
  expect(parts([job('a'), job('b'), wait(), job('c')], 2)).toEqual([
    {
      steps: [
        { key: 'a', command: 'a' },
        { key: 'b', command: 'b' },
      ],
    },
    { steps: ['wait', { key: 'c', command: 'c' }] },
  ])
})

test('steps parted from the wait before them name it; those that follow a wait of their own part do not', () => {
  expect(parts([job('a'), wait(), job('b'), job('c'), wait(), job('d')], 2)).toEqual([
    {
      steps: [
        { key: 'a', command: 'a' },
        { key: 'wait-1', wait: null },
        { key: 'b', command: 'b' },
      ],
    },
    { steps: [{ key: 'c', depends_on: 'wait-1', command: 'c' }, 'wait', { key: 'd', command: 'd' }] },
  ])
})

test('attributes of the pipeline go with each part, notifications with one', () => {
  expect(
    parts([job('a'), job('b')], 1, { env: { A: '1' }, agents: { queue: 'x' }, notify: [{ email: 'a@b.c' }] }),
  ).toEqual([
    { env: { A: '1' }, agents: { queue: 'x' }, notify: [{ email: 'a@b.c' }], steps: [{ key: 'a', command: 'a' }] },
    { env: { A: '1' }, agents: { queue: 'x' }, steps: [{ key: 'b', command: 'b' }] },
  ])
})

test('parallelism and matrix count, and so does what the author took out of checking', () => {
  const steps = [
    job('a', { parallelism: 3 }),
    job('b', { matrix: ['x', 'y'] }),
    job('c', { raw: { parallelism: 4 } }),
    group({ group: 'g', steps: many(3) }),
  ]
  expect((parts(steps, 5) as readonly WirePipeline[]).map((part) => part.steps?.length)).toEqual([2, 1, 1])
})

test.each([
  ['a group as a whole', [group({ group: 'g', steps: many(3) })], 'a step or a group is uploaded as a whole'],
  [
    'a concurrency group in the order of its steps',
    many(3).map((step) => job(step.key as string, { concurrency: 1, concurrency_group: 'deploy' })),
    'the steps of concurrency group "deploy" must queue in their order',
  ],
  [
    'a block with the steps behind it',
    [block({ block: 'Go' }), ...many(3)],
    'a block cannot be parted from the steps behind it',
  ],
  [
    'steps that run after failures with their wait',
    [wait(), ...many(3).map((step) => job(step.key as string, { allow_dependency_failure: true }))],
    'a step with allow_dependency_failure cannot be parted from the wait before it',
  ],
])('what must go together is refused when it is too much: %s', (_, steps, why) => {
  expect(parts(steps, 2)).toMatch(new RegExp(`make 3 jobs, and one upload may make 2: ${why}$`))
})

test('an eager concurrency group keeps no order', () => {
  const eager = { concurrency: 1, concurrency_group: 'g', concurrency_method: 'eager' }
  expect(parts([job('a', eager), job('b', eager)], 1)).toHaveLength(2)
})

// A model of the server (docs/spec/semantics.md §3): what each step waits for, by its place in the whole list.

interface Shape {
  readonly kind: 'job' | 'jobs' | 'group' | 'wait' | 'block'
  readonly conditional: boolean
  readonly dependsOn: 'order' | 'nothing' | 'earlier' | 'later'
  readonly queue: boolean
  readonly target: number
}

const shape = record<Shape>({
  kind: constantFrom('job', 'job', 'job', 'jobs', 'group', 'wait', 'wait', 'block'),
  conditional: boolean(),
  dependsOn: constantFrom('order', 'order', 'order', 'nothing', 'earlier', 'later'),
  queue: constantFrom(false, false, false, false, true),
  target: nat(30),
})

function build(shapes: readonly Shape[]): readonly Step[] {
  const keys = shapes.map(({ kind }, index) => (kind === 'wait' || kind === 'block' ? undefined : `s${index}`))
  return shapes.map(({ kind, conditional, dependsOn, queue, target }, index) => {
    const named = dependsOn === 'earlier' ? keys.slice(0, index) : keys.slice(index + 1)
    const candidates = named.filter((key) => key !== undefined)
    const key = candidates[target % Math.max(candidates.length, 1)]
    // A dependency on a later step would be a cycle wherever a barrier lies between.
    const isSafe = dependsOn === 'earlier' || shapes.every((other) => other.kind !== 'wait' && other.kind !== 'block')
    const own = dependsOn === 'order' ? {} : { depends_on: dependsOn === 'nothing' || !key || !isSafe ? [] : key }
    const condition = conditional ? { if: 'build.branch == "main"' } : {}
    if (kind === 'wait') return wait(condition)
    if (kind === 'block') return block({ block: `B${index}`, ...condition })
    const forward = dependsOn === 'later' ? {} : own
    const queued = queue ? { concurrency: 1, concurrency_group: 'q' } : {}
    if (kind === 'group')
      return group({ group: `G${index}`, key: `s${index}`, steps: [job(`c${index}`, queued)], ...forward })
    return job(`s${index}`, { ...forward, ...queued, ...(kind === 'jobs' && { parallelism: 2 }) })
  })
}

const isKind = (step: WireValue | undefined, name: string): boolean =>
  step === name || (typeof step === 'object' && step !== null && Object.hasOwn(step, name))

/** For each step, everything that must have ended before it starts; conditional barriers are there or not. */
function waitsFor(steps: readonly WireValue[], barriersThere: boolean): readonly (readonly number[])[] {
  const isBlock = (position: number): boolean => isKind(steps[position], 'block') && isThere(position)
  const isThere = (position: number): boolean =>
    barriersThere || !Object.hasOwn((steps[position] ?? {}) as object, 'if') || typeof steps[position] === 'string'
  const isBarrier = (position: number): boolean =>
    isBlock(position) || (isKind(steps[position], 'wait') && isThere(position) && !besideBlock(position))
  function besideBlock(position: number): boolean {
    for (const direction of [-1, 1]) {
      let next = position + direction
      while (isKind(steps[next], 'wait') && next >= 0) next += direction
      if (isKind(steps[next], 'block') && isThere(next)) return true
    }
    return false
  }
  const positionOf = new Map(steps.map((step, position) => [(step as WireMap)['key'], position]))
  const direct = steps.map((step, position): readonly number[] => {
    const named = typeof step === 'object' ? (step as WireMap)['depends_on'] : undefined
    if (named !== undefined) return [named].flat().map((key) => positionOf.get(key as string) ?? -1)
    const earlier = Array.from({ length: position }, (_, index) => index)
    if (isBarrier(position)) return earlier
    const barrier = earlier.findLast(isBarrier)
    if (barrier === undefined) return []
    return isBlock(barrier) ? earlier.slice(0, barrier + 1) : [barrier]
  })
  const vanished = (position: number): boolean =>
    (isKind(steps[position], 'wait') || isKind(steps[position], 'block')) && !isBarrier(position)
  return steps.map((_, position) => {
    const found = new Set<number>()
    const pending = [...(direct[position] ?? [])]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (vanished(next) || found.has(next)) continue
      found.add(next)
      pending.push(...(direct[next] ?? []))
    }
    return vanished(position) ? [] : [...found].toSorted((a, b) => a - b)
  })
}

const isText = (value: WireValue): boolean => typeof value === 'string'
const nameOf = (step: WireValue): unknown =>
  isText(step)
    ? step
    : ((step as WireMap)['command'] ?? (step as WireMap)['group'] ?? (step as WireMap)['block'] ?? 'wait')

test('uploaded last part first, any pipeline keeps its steps, their order and what they wait for', () => {
  let split = 0
  assert(
    property(array(shape, { minLength: 1, maxLength: 24 }), nat(6), (shapes, more) => {
      const graph = graphOf(build(shapes))
      const limit = 3 + more
      const { parts: uploads } = splitUpload(graph, limit)
      if (uploads === undefined || uploads.length === 1) return
      split++
      const whole = (splitUpload(graph, Infinity).parts?.[0]?.steps ?? []) as readonly WireValue[]
      let landed: readonly WireValue[] = []
      for (const upload of uploads.toReversed()) landed = [...(upload.steps ?? []), ...landed]
      expect(landed.map(nameOf)).toEqual(whole.map(nameOf))
      for (const there of [true, false]) expect(waitsFor(landed, there)).toEqual(waitsFor(whole, there))
      const queues = uploads.filter((upload) => JSON.stringify(upload).includes('"concurrency_group":"q"'))
      expect(queues.length).toBeLessThanOrEqual(1)
      const sizes = uploads.map((upload) => (upload.steps ?? []).reduce((sum: number, step) => sum + jobs(step), 0))
      expect(Math.max(...sizes)).toBeLessThanOrEqual(limit)
    }),
    { numRuns: 1000 },
  )
  expect(split).toBeGreaterThan(100)
}, 60_000)

function jobs(step: WireValue): number {
  if (isText(step)) return 0
  const { command: isCommand, parallelism, steps } = step as WireMap
  if (Array.isArray(steps)) return steps.length
  return isCommand === undefined ? 0 : ((parallelism as number | undefined) ?? 1)
}
